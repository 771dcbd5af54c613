import { expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import type { Hit } from '../../../data/search/results';
import { suggestionOf } from '../../../entrypoints/background/suggestion';

const HIT: Hit = {
  code: 'I214' as Code,
  spelling: 'I21.4',
  title: 'Non-ST elevation (NSTEMI) myocardial infarction',
  verdict: 'billable',
  matched: [[26, 36]],
};

it('in Chrome the address bar marks what matched and dims what is ours', () => {
  const why = { kind: 'our-term', text: '<b>MI & more', matched: [[3, 5]] } as const;
  expect(suggestionOf({ ...HIT, why }, true)).toEqual({
    content: 'I21.4',
    description:
      '<url>I21.4</url> Non-ST elevation (NSTEMI) <match>myocardial</match> infarction <dim>Billable</dim> ' +
      '<dim>&#60;b&#62;<match>MI</match> &#38; more</dim>',
  });
});

it('in Firefox a suggestion is plain text', () => {
  expect(suggestionOf({ ...HIT, title: "Alzheimer's & other" }, false).description).toBe(
    "I21.4 Alzheimer's & other (Billable)",
  );
});
