import { describe, expect, it } from 'vitest';
import { History } from '../../../data/history/history';
import { codeOf } from '../release';
import { packaged, readFlags } from './packaged';

const { text, history } = packaged;
const flags = await readFlags();

describe('the packaged history', () => {
  it('knows fourteen releases, from FY2016 to FY2027', () => {
    expect(history.releases).toHaveLength(14);
    expect(history.releases.at(0)).toEqual({ name: 'FY2016', from: '2015-10-01' });
    expect(history.releases.at(5)).toEqual({ name: 'FY2021 January', from: '2021-01-01' });
    expect(history.releases.at(-1)).toEqual({ name: 'FY2027', from: '2026-10-01' });
  });

  it('takes less than 250 kB', () => {
    expect(text.length).toBeLessThan(250_000);
  });

  it.each([
    ['cut off', text.slice(0, 1000), 'it is no whole JSON'],
    ['of another form', '{"format":"dxlens-history-0"}', 'not of the form dxlens-history-1'],
    ['empty JSON', 'null', 'not of the form dxlens-history-1'],
  ])('says what is wrong with a text that is %s', (_, foreign, reason) => {
    expect(() => History.parse(foreign)).toThrow(reason);
  });
});

describe('marks', () => {
  it.each([
    ['E11.9', '11111111111111'],
    ['E11', '00000000000000'],
    ['I42.0', '11111111111110'],
    ['T52.8X1A', '1111111111111-'],
    ['U07.1', '-----111111111'],
    ['S06.0X2A', '1-------------'],
  ])('of %s are %s', (code, marks) => {
    const asked = codeOf(code);
    expect(history.marksOf(asked, flags.get(asked) ?? null)).toBe(marks);
  });

  it('are none for a code that no release has', () => {
    expect(history.marksOf(codeOf('I64'), null)).toBeNull();
    expect(history.spansOf(codeOf('I64'), null)).toEqual([]);
    expect(history.successorsOf(codeOf('I64'))).toBeNull();
  });
});

describe('earlier titles', () => {
  it.each([
    ['L02.232', [['Carbuncle of back [any part, except buttock]', '2026-09-30', true]]],
    ['Q87.4', [["Marfan's syndrome", '2023-09-30', true]]],
    ['F32', [['Major depressive disorder, single episode', '2021-09-30', false]]],
    ['E11.9', []],
    ['H54.1131', []],
  ])('of %s', (code, expected) => {
    const titles = history
      .earlierTitlesOf(codeOf(code))
      .map(({ title, until, exact }) => [title, until, exact]);
    expect(titles).toEqual(expected);
  });

  it('are 243 of 239 codes, all of FY2027, oldest first', () => {
    const all = [...flags].map(([code, flag]) => ({ flag, titles: history.earlierTitlesOf(code) }));
    const having = all.filter(({ titles }) => titles.length > 0);
    expect(having).toHaveLength(239);
    expect(having.flatMap(({ titles }) => titles)).toHaveLength(243);
    expect(having.filter(({ flag }) => flag === null)).toEqual([]);
    for (const { titles } of having) {
      const days = titles.map(({ until }) => until);
      expect(days).toEqual(days.toSorted());
    }
  });
});
