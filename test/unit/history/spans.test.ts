import { describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import { dayBefore } from '../../../data/day';
import type { Status } from '../../../data/history/history';
import { codeOf } from '../release';
import { packaged, readFlags } from './packaged';

const { history } = packaged;
const flags = await readFlags();

const spans = (code: string) => {
  const asked = codeOf(code);
  return history.spansOf(asked, flags.get(asked) ?? null).map(({ status, from, to }) => [status, from, to]);
};

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
