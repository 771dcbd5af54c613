import { expect, it } from 'vitest';
import type { Code } from '../../data/code';
import { synonymsOf } from '../../data/lookup/synonyms';
import { OurVocabulary } from '../../data/search/our-vocabulary';
import { codeOf, embedded, ours } from './release';

const vocabulary = new OurVocabulary({
  terms: [
    'heart attack | MI\tdeath of heart muscle\tI21.9 I21.-',
    'chest tightness\ta tight chest\tR07.89 I20.9 I21.9',
  ].join('\n'),
  words: '',
});

it('a code has the terms of ours that name it among the first', async () => {
  expect(await synonymsOf(embedded, vocabulary, codeOf('I21.9'))).toEqual({
    index: [],
    ours: ['heart attack', 'MI'],
  });
  expect((await synonymsOf(embedded, vocabulary, codeOf('I20.9'))).ours).toEqual(['chest tightness']);
});

it('those that it comes first for stand first, and none twice', async () => {
  const { ours: terms } = await synonymsOf(embedded, ours, codeOf('I10'));
  expect(terms).toContain('HTN');
  expect(new Set(terms).size).toBe(terms.length);
});

it('the alphabetic index’s terms are those of the code alone', async () => {
  const source = {
    ...{
      release: () => embedded.release(),
      outline: () => embedded.outline(),
      shard: () => Promise.resolve(null),
    },
    terms: async () => new Map([['I219' as Code, ['Infarct, infarction, myocardium, myocardial']]]),
  };
  expect((await synonymsOf(source, vocabulary, codeOf('I21.9'))).index).toEqual([
    'Infarct, infarction, myocardium, myocardial',
  ]);
  expect((await synonymsOf(source, vocabulary, codeOf('I20.9'))).index).toEqual([]);
});
