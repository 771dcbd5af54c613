import { expect, it } from 'vitest';
import { dotted } from '../../data/code';
import { explain } from '../../data/lookup/explain';
import { bookOf, embedded, IN_FY2027 } from './release';

const book = bookOf(embedded);
const ask = (text: string) => explain(book, text, IN_FY2027);

it.each([
  ['E1l9', 'E11.9', ['missing dot', 'letter in place of a digit']],
  ['E11,9', 'E11.9', ['punctuation']],
  ['e 11.9', 'E11.9', ['spaces', 'letter case']],
  ['E10.-', 'E10', ['dash: all codes below']],
  ['E011.9', 'E11.9', ['extra zero']],
])('%s is read as %s, and says so', async (typed, code, mended) => {
  const found = await ask(typed);
  expect(found && dotted(found.asked)).toBe(code);
  expect(found?.readAs).toEqual({ typed, mended });
});

it.each(['E11.9', 'e119', ' M4322 ', 'W21.89A', 'T52.8X1A'])('%s needs no mending', async (text) => {
  expect(await ask(text)).not.toHaveProperty('readAs');
  expect((await ask(text))?.verdict).not.toBe('unknown');
});

it('a code that is none, and near to none, stays unknown', async () => {
  expect(await ask('E11.95')).toMatchObject({ verdict: 'unknown', nearest: { code: 'E119' } });
});

it.each(['fever', 'pain', 'heart failure', '', '   ', '250.00', 'COPD'])(
  '“%s” is not read as a code',
  async (text) => {
    expect(await ask(text)).toBeNull();
  },
);
