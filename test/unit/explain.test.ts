import { expect, it } from 'vitest';
import { dotted } from '../../data/code';
import type { OtherSystem } from '../../data/lookup/answer';
import { explain } from '../../data/lookup/explain';
import { bookOf, embedded, IN_FY2027 } from './release';

const book = bookOf(embedded);
const ask = (text: string) => explain(book, text, IN_FY2027);

it.each([
  ['E1l9', 'E11.9', ['missing dot', 'letter in place of a digit']],
  ['E11,9', 'E11.9', ['punctuation']],
  ['e 11.9', 'E11.9', ['spaces', 'letter case']],
  ['E011.9', 'E11.9', ['extra zero']],
])('%s is read as %s, and says so', async (typed, code, mended) => {
  const found = await ask(typed);
  expect(found && dotted(found.asked)).toBe(code);
  expect(found?.readAs).toEqual({ typed, mended });
});

it.each([
  ['E10.-', 'E10'],
  [' e10- ', 'E10'],
  ['M45.0 –', 'M45.0'],
  ['(Z22.-)', 'Z22'],
])('“%s” is read as the prefix %s', async (typed, code) => {
  const found = await ask(typed);
  expect(found && dotted(found.asked)).toBe(code);
  expect(found).toMatchObject({ asPrefix: true });
  expect(found).not.toHaveProperty('readAs');
});

it('what is mended in a prefix is said besides', async () => {
  expect(await ask('El0.-')).toMatchObject({
    asked: 'E10',
    asPrefix: true,
    readAs: { mended: ['letter in place of a digit'] },
  });
});

it.each([
  ['M40-M43', 'M40', 'M43'],
  ['m40 to m43', 'M40', 'M43'],
  ['(E08.0 – E13.9)', 'E08.0', 'E13.9'],
  ['E10-E14', 'E10', 'E14'],
])('“%s” is a range', async (typed, first, last) => {
  const found = await ask(typed);
  if (found?.verdict !== 'range') throw new Error(`${typed} is ${found?.verdict}`);
  expect([found.first, found.last].map(({ code }) => dotted(code))).toEqual([first, last]);
});

it.each(['T10-T12', 'B12-B14', 'pre-2020', 'COVID-19'])('“%s” is no range of codes', async (text) => {
  expect(await ask(text)).toBeNull();
});

it.each(['E1140', 'J1100', 'G0439', 'K0823', 'Q5111', 'e1140'])(
  '%s is a HCPCS code as well',
  async (text) => {
    expect(await ask(text)).toMatchObject({ alsoHcpcs: true });
  },
);

it.each(['E11.40', 'E1165', 'E119', 'M4322', 'E1140-'])('%s is no HCPCS code', async (text) => {
  expect(await ask(text)).not.toHaveProperty('alsoHcpcs');
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

it.each([
  ['I64', 'ICD-10 (WHO)'],
  ['E14.9', 'ICD-10 (WHO)'],
  ['B24', 'ICD-10 (WHO)'],
  ['T12', 'ICD-10 (WHO)'],
  ['ICD-9: 250.00', 'ICD-9-CM'],
  ['ICD-9-CM V70.0', 'ICD-9-CM'],
  ['ICD-10-PCS 0SG10A0', 'ICD-10-PCS'],
])('%s is told to be %s', async (text, system) => {
  expect(await ask(text)).toMatchObject({ verdict: 'other-system', system });
});

it('a WHO code comes with places of ICD-10-CM to look at, as they are titled there', async () => {
  const { look } = (await ask('B24')) as OtherSystem;
  expect(look).toEqual([{ code: 'B20', title: 'Human immunodeficiency virus [HIV] disease' }]);
});

it('what ICD-10-CM has is never told to be another system’s', async () => {
  for (const text of ['V70.0', 'E84.9', 'T14', 'E11.9'])
    expect((await ask(text))?.verdict).not.toBe('other-system');
});
