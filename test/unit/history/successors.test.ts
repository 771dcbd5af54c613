import { describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import { codeOf } from '../release';
import { billableNoMore, packaged, readFlags } from './packaged';

const { history } = packaged;
const flags = await readFlags();

const successors = (code: string) => {
  const found = history.successorsOf(codeOf(code));
  return found && [found.from, ...found.codes.map(dotted)];
};

describe('successors', () => {
  it.each([
    ['T52.8X1A', ['2026-10-01', 'T52.891A']],
    ['I42.0', ['2026-10-01', 'I42.00', 'I42.01', 'I42.09']],
    ['K91.3', ['2017-10-01', 'K91.30', 'K91.31', 'K91.32']],
    ['R05', ['2021-10-01', 'R05.1', 'R05.2', 'R05.3', 'R05.4', 'R05.8', 'R05.9']],
    ['M54.5', ['2021-10-01', 'M54.50', 'M54.51', 'M54.59']],
    ['T40.4X1A', ['2020-10-01', 'T40.411A', 'T40.421A', 'T40.491A']],
    ['C83.39', ['2024-10-01', 'C83.390', 'C83.398']],
  ])('of %s', (code, expected) => {
    expect(successors(code)).toEqual(expected);
  });

  it.each(['S23.420A', 'S23.420D', 'S23.420S', 'Q51.20', 'S06.897D'])('of %s are none', (code) => {
    expect(successors(code)).toBeNull();
  });

  it('are only those of the day on which the code ended: U07.0 came from J82 half a year before', () => {
    expect(successors('J82')).toEqual(['2020-10-01', 'J82.81', 'J82.82', 'J82.83', 'J82.89']);
  });

  it('are none for a code that is billable still, even if new codes were taken out of it', () => {
    expect(successors('E11.69')).toBeNull();
  });

  it('were billable on their day, every one', () => {
    for (const code of billableNoMore(flags, 14)) {
      const found = history.successorsOf(code);
      for (const next of found?.codes ?? []) {
        const then = history
          .spansOf(next, flags.get(next) ?? null)
          .find(({ from, to }) => from <= (found?.from ?? '') && (found?.from ?? '') <= (to ?? '9999'));
        expect([dotted(code), dotted(next), then?.status]).toEqual([dotted(code), dotted(next), 'billable']);
      }
    }
  });

  // shared/icd10cm/README.md counts 858 and 142: those that the table names one by one. The two lie inside ranges.
  it('are known for 858 of the 1,000 codes that FY2026 had no more as billable, and for two inside a range', () => {
    const inRange = ['H81.42', 'I60.21'];
    const gone = billableNoMore(flags, 13);
    expect(gone).toHaveLength(1_000);
    const followed = gone.filter((code) => history.successorsOf(code) !== null).map(dotted);
    expect(followed).toEqual(expect.arrayContaining(inRange));
    expect(followed.filter((code) => !inRange.includes(code))).toHaveLength(858);
    expect(gone.length - followed.length).toBe(142 - inRange.length);
    expect(successors('H81.42')).toEqual(['2019-10-01', 'H81.4']);
    expect(successors('I60.21')).toEqual(['2016-10-01', 'I60.2']);
  });

  it('are known for 27 of the 30 codes that FY2027 ended: 15 headers and the twelve T52.8X-', () => {
    const before = new Set(billableNoMore(flags, 13));
    const now = billableNoMore(flags, 14).filter((code) => !before.has(code));
    expect(now).toHaveLength(30);
    const followed = now.filter((code) => history.successorsOf(code) !== null);
    expect(followed.filter((code) => flags.get(code) === 0)).toHaveLength(15);
    expect(followed.filter((code) => code.startsWith('T528X'))).toHaveLength(12);
    expect(followed).toHaveLength(27);
  });
});
