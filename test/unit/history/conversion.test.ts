import { describe, expect, it } from 'vitest';
import {
  effectiveDay,
  names,
  readConversionTable,
  readPrevious,
} from '../../../data/build/history/conversion';
import { FACTS_DIR } from '../../../data/build/paths';
import { describeOfficial } from '../official';
import { codeOf } from '../release';

describe('a cell of the conversion table', () => {
  it.each([
    [2017, '2017-10-01'],
    ['2017', '2017-10-01'],
    [43922, '2020-04-01'],
    [44197, '2021-01-01'],
    [44652, '2022-04-01'],
    [45017, '2023-04-01'],
    [new Date('2023-04-01T00:00:00Z'), '2023-04-01'],
  ])('"Effective" %s means %s', (cell, day) => {
    expect(effectiveDay(cell)).toBe(day);
  });

  it.each([null, '', 'soon', 17, 1_000_000])('"Effective" %j is no day', (cell) => {
    expect(effectiveDay(cell)).toBeNull();
  });

  it.each([
    ['A04.7', ['A047']],
    ['E75.240, E75.241, E75.249 ', ['E75240', 'E75241', 'E75249']],
    ['G93.3; R53.82', ['G933', 'R5382']],
    ['I63.011 AND I63.012', ['I63011', 'I63012']],
    ['W23.0XXA & W23.1XXA', ['W230XXA', 'W231XXA']],
    ['H81.41-H81.43; H81.49', ['H8141-H8143', 'H8149']],
    ['I63.- and P91.88', ['P9188']],
    ['K31.89 and a code from R11-', ['K3189']],
    ['K59.09 AND Code from categories T36-T50', ['K5909']],
    ['Codes in Categories T15-T19', []],
    ['None', []],
    ['', []],
  ])('"Previous" %j names %j', (cell, expected) => {
    const found = readPrevious(cell).map(({ first, last }) => (first === last ? first : `${first}-${last}`));
    expect(found).toEqual(expected);
  });
});

describe('a row of the conversion table', () => {
  const row = { code: codeOf('H81.4'), from: '2019-10-01', previous: readPrevious('H81.41-H81.43; H81.49') };

  it.each(['H81.41', 'H81.42', 'H81.43', 'H81.49'])('names %s', (code) => {
    expect(names(row, codeOf(code))).toBe(true);
  });

  it.each(['H81.4', 'H81.40', 'H81.44', 'H81.5'])('does not name %s', (code) => {
    expect(names(row, codeOf(code))).toBe(false);
  });
});

describeOfficial('the official conversion table of FY2026', () => {
  it('has 5,892 rows, 487 of them effective October 1, 2025', async () => {
    const rows = await readConversionTable(`${FACTS_DIR}/2026/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx`);
    expect(rows).toHaveLength(5_892);
    expect(rows.filter(({ from }) => from === '2025-10-01')).toHaveLength(487);
  });
});
