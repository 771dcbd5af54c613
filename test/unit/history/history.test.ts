import { describe, expect, it } from 'vitest';
import { type Code, dotted } from '../../../data/code';
import { dayBefore } from '../../../data/history/days';
import { History, type Status } from '../../../data/history/history';
import { codeOf } from '../release';
import { packaged, readFlags } from './packaged';

const { text, history } = packaged;
const flags = await readFlags();

const spans = (code: string) => {
  const asked = codeOf(code);
  return history.spansOf(asked, flags.get(asked) ?? null).map(({ status, from, to }) => [status, from, to]);
};

const successors = (code: string) => {
  const found = history.successorsOf(codeOf(code));
  return found && [found.from, ...found.codes.map(dotted)];
};

/** Codes that were billable once, in the first `releases` releases, and are not in the last of them. */
function billableNoMore(releases: number): Code[] {
  return [...flags].flatMap(([code, flag]) => {
    const marks = history.marksOf(code, flag)?.slice(0, releases) ?? '';
    return marks.includes('1') && !marks.endsWith('1') ? [code] : [];
  });
}

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

describe('the codes that FY2027 has no more', () => {
  const ended = [...history.allEnded];
  const once = new Set(billableNoMore(14));

  it('are 682, of which 619 were billable; 1,030 were billable once and are not now', () => {
    expect(ended).toHaveLength(682);
    expect(ended.filter(({ code }) => once.has(code))).toHaveLength(619);
    expect(once.size).toBe(1_030);
  });

  it('all have a title, but for 42 headers of FY2016 and FY2017', () => {
    const untitled = ended.filter(({ title }) => title === null);
    expect(untitled.filter(({ code }) => once.has(code))).toEqual([]);
    expect(untitled).toHaveLength(42);
    expect(untitled.every(({ code }) => /^00?-+$/.test(history.marksOf(code, null) ?? ''))).toBe(true);
  });

  it('have the title of HCUP where they ended before FY2019, and the official long title after that', () => {
    for (const { code, title, titleKind } of ended) {
      if (title === null) continue;
      const endedEarly = !/[01]/.test((history.marksOf(code, null) ?? '').slice(3));
      expect([dotted(code), titleKind]).toEqual([dotted(code), endedEarly ? 'hcup' : 'long']);
    }
    expect(ended.filter(({ titleKind, title }) => title !== null && titleKind === 'hcup')).toHaveLength(295);
  });

  it('are listed by category, in tabular place', () => {
    const codes = history.ended(codeOf('S23')).map(({ code, after }) => [dotted(code), dotted(after)]);
    expect(codes).toEqual([
      ['S23.420', 'S23.42'],
      ['S23.420A', 'S23.42'],
      ['S23.420D', 'S23.42'],
      ['S23.420S', 'S23.42'],
    ]);
    expect(history.ended(codeOf('E11')).map(({ code }) => dotted(code))).toEqual([]);
  });

  it('lie in categories that FY2027 still has, behind codes that it has', () => {
    for (const { code, after } of ended) {
      expect(flags.get(code.slice(0, 3) as Code), dotted(code)).toEqual(expect.any(Number));
      expect(flags.get(after), dotted(code)).toEqual(expect.any(Number));
      expect(after.slice(0, 3)).toBe(code.slice(0, 3));
    }
  });

  it('are found one by one', () => {
    expect(history.endedCode(codeOf('T52.8X1A'))?.title).toBe(
      'Toxic effect of other organic solvents, accidental (unintentional), initial encounter',
    );
    expect(history.endedCode(codeOf('T52.891A'))).toBeNull();
  });
});

describe('the times of a status', () => {
  it.each([
    [
      'I42.0, billable until FY2026',
      'I42.0',
      [
        ['billable', '2015-10-01', '2026-09-30'],
        ['header', '2026-10-01', null],
      ],
    ],
    [
      'T52.8X1A, ended',
      'T52.8X1A',
      [
        ['billable', '2015-10-01', '2026-09-30'],
        ['absent', '2026-10-01', null],
      ],
    ],
    [
      'U07.1, from April 2020',
      'U07.1',
      [
        ['absent', '2015-10-01', '2020-03-31'],
        ['billable', '2020-04-01', null],
      ],
    ],
    [
      'U07, its category',
      'U07',
      [
        ['absent', '2015-10-01', '2020-03-31'],
        ['header', '2020-04-01', null],
      ],
    ],
    [
      'J12.82, from January 2021',
      'J12.82',
      [
        ['absent', '2015-10-01', '2020-12-31'],
        ['billable', '2021-01-01', null],
      ],
    ],
    [
      'M35.8, a header from January 2021',
      'M35.8',
      [
        ['billable', '2015-10-01', '2020-12-31'],
        ['header', '2021-01-01', null],
      ],
    ],
    [
      'N18.31, from October 2020',
      'N18.31',
      [
        ['absent', '2015-10-01', '2020-09-30'],
        ['billable', '2020-10-01', null],
      ],
    ],
    [
      'T40.4X1A, ended in October 2020',
      'T40.4X1A',
      [
        ['billable', '2015-10-01', '2020-09-30'],
        ['absent', '2020-10-01', null],
      ],
    ],
    [
      'T40.4X1, the header above it',
      'T40.4X1',
      [
        ['header', '2015-10-01', '2020-09-30'],
        ['absent', '2020-10-01', null],
      ],
    ],
    [
      'Z28.310, from April 2022',
      'Z28.310',
      [
        ['absent', '2015-10-01', '2022-03-31'],
        ['billable', '2022-04-01', null],
      ],
    ],
    [
      'Z59.1, a header from April 2023',
      'Z59.1',
      [
        ['billable', '2015-10-01', '2023-03-31'],
        ['header', '2023-04-01', null],
      ],
    ],
    [
      'H81.4, a header that became billable',
      'H81.4',
      [
        ['header', '2015-10-01', '2019-09-30'],
        ['billable', '2019-10-01', null],
      ],
    ],
    ['E11.9, always billable', 'E11.9', [['billable', '2015-10-01', null]]],
  ])('of %s', (_, code, expected) => {
    expect(spans(code)).toEqual(expected);
  });

  it('follow each other without gap or overlap, from 2015-10-01 to an open end', () => {
    for (const [code, flag] of flags) {
      const own = history.spansOf(code, flag);
      const breaks = own.filter(({ to }, index) => {
        const next = own[index + 1];
        return next === undefined
          ? to !== null
          : to !== dayBefore(next.from) || next.from <= (own[index]?.from ?? '');
      });
      const same = own.filter(({ status }, index) => status === own[index + 1]?.status);
      expect([dotted(code), own[0]?.from, breaks, same]).toEqual([dotted(code), '2015-10-01', [], []]);
    }
  });

  it('agree with the marks on the first day of every release', () => {
    const marked: Record<Status, string> = { billable: '1', header: '0', absent: '-' };
    const differing = [...flags].filter(([code, flag]) => {
      const own = history.spansOf(code, flag);
      const onFirstDays = history.releases.map(({ from }) => {
        const span = own.find((candidate) => candidate.from <= from && from <= (candidate.to ?? '9999'));
        return span ? marked[span.status] : '?';
      });
      return onFirstDays.join('') !== history.marksOf(code, flag);
    });
    expect(differing).toEqual([]);
  });

  it('begin on 677 occasions on a day that starts no release: 674 in October 2020, three in April 2020', () => {
    const starts = new Set(history.releases.map(({ from }) => from));
    const others = [...flags].flatMap(([code, flag]) =>
      history.spansOf(code, flag).flatMap(({ from }) => (starts.has(from) ? [] : [from])),
    );
    expect(others.filter((day) => day === '2020-10-01')).toHaveLength(674);
    expect(others.filter((day) => day === '2020-04-01')).toHaveLength(3);
    expect(others).toHaveLength(677);
  });

  it('never come back: no code was taken up again after it had ended', () => {
    const back = [...flags].filter(([code, flag]) => /[01]-+[01]/.test(history.marksOf(code, flag) ?? ''));
    expect(back).toEqual([]);
  });
});

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
    for (const code of billableNoMore(14)) {
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
    const gone = billableNoMore(13);
    expect(gone).toHaveLength(1_000);
    const followed = gone.filter((code) => history.successorsOf(code) !== null).map(dotted);
    expect(followed).toEqual(expect.arrayContaining(inRange));
    expect(followed.filter((code) => !inRange.includes(code))).toHaveLength(858);
    expect(gone.length - followed.length).toBe(142 - inRange.length);
    expect(successors('H81.42')).toEqual(['2019-10-01', 'H81.4']);
    expect(successors('I60.21')).toEqual(['2016-10-01', 'I60.2']);
  });

  it('are known for 27 of the 30 codes that FY2027 ended: 15 headers and the twelve T52.8X-', () => {
    const before = new Set(billableNoMore(13));
    const now = billableNoMore(14).filter((code) => !before.has(code));
    expect(now).toHaveLength(30);
    const followed = now.filter((code) => history.successorsOf(code) !== null);
    expect(followed.filter((code) => flags.get(code) === 0)).toHaveLength(15);
    expect(followed.filter((code) => code.startsWith('T528X'))).toHaveLength(12);
    expect(followed).toHaveLength(27);
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
