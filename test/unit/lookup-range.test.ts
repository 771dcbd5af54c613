import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeBook } from '../../data/book';
import { dotted } from '../../data/code';
import { parseOrderFile } from '../../data/formats/order-file';
import type { Step } from '../../data/hierarchy';
import { lookupRange } from '../../data/lookup/range';
import { DESCRIPTIONS_2026, describeOfficial, ORDER_2026_MEMBER, ORDER_2027, official } from './official';
import { bookOf, codeOf, embedded, IN_FY2027, ReleaseInMemory } from './release';

let book: CodeBook;
beforeAll(async () => {
  book = bookOf(await ReleaseInMemory.read());
});

const ask = (from: string, to: string, on = IN_FY2027) => lookupRange(book, codeOf(from), codeOf(to), on);
const nameOf = (step: Step) => ('code' in step ? dotted(step.code) : step.id);

describe('a range', () => {
  it('has its ends with their titles, and counts all to the end of what lies below the last', async () => {
    expect(await ask('M40', 'M43')).toMatchObject({
      verdict: 'range',
      asked: 'M40',
      first: { code: 'M40', title: 'Kyphosis and lordosis', exists: true },
      last: { code: 'M43', title: 'Other deforming dorsopathies', exists: true },
      codes: 187,
      billable: 157,
      isReversed: false,
    });
  });

  it('follows tabular order, not spelling: M08-M10 includes M1A, and A00-M99 ends before N00', async () => {
    const [m08, m1a, both] = await Promise.all([ask('M08', 'M08'), ask('M1A', 'M1A'), ask('M08', 'M1A')]);
    const m10 = await ask('M10', 'M10');
    expect(both.codes).toBe(m08.codes + m1a.codes);
    expect((await ask('M08', 'M10')).codes).toBe(m08.codes + m1a.codes + m10.codes);
    // M1A stands before M10.
    expect(await ask('M10', 'M1A')).toMatchObject({
      isReversed: true,
      asked: 'M1A',
      codes: m1a.codes + m10.codes,
    });
  });

  it('begins and ends within categories', async () => {
    expect(await ask('M43.20', 'M43.28')).toMatchObject({ codes: 9, billable: 9 });
    expect(await ask('M43.2', 'M43.2')).toMatchObject({ codes: 10, billable: 9 });
  });

  it('is the same the other way round, and says so', async () => {
    const { isReversed, ...range } = await ask('M43', 'M40');
    expect(isReversed).toBe(true);
    expect(range).toEqual({ ...(await ask('M40', 'M43')), isReversed: undefined });
    expect(await ask('M43.28', 'M43.20')).toMatchObject({ isReversed: true, asked: 'M4320', codes: 9 });
  });

  it('over all codes counts all', async () => {
    const { counts } = await book.installed.release();
    expect(await ask('A00', 'U85')).toMatchObject({ codes: counts.codes, billable: counts.billable });
  });
});

describe('the place of a range', () => {
  it.each([
    ['M40', 'M43', 'M40-M43', ['13', 'M40-M54']],
    ['M40', 'M54', 'M40-M54', ['13']],
    ['C00', 'C96', 'C00-C96', ['2']],
    ['S00', 'T88', '19', []],
    ['C00', 'D49', '2', []],
    ['Q00', 'QA0', '17', []],
  ])('%s-%s is %s, below %j', async (from, to, id, above) => {
    const { exactly, hierarchy } = await ask(from, to);
    expect(exactly && nameOf(exactly)).toBe(id);
    expect(hierarchy.map(nameOf)).toEqual(above);
  });

  it.each([
    ['M41', 'M43', ['13', 'M40-M54', 'M40-M43']],
    ['M42', 'M46', ['13', 'M40-M54']],
    ['E08', 'F99', []],
    ['F10.1', 'F10.9', ['5', 'F10-F19', 'F10']],
    ['M43.20', 'M43.28', ['13', 'M40-M54', 'M40-M43', 'M43', 'M43.2']],
  ])('%s-%s is no block, but stands below %j', async (from, to, above) => {
    const { exactly, hierarchy } = await ask(from, to);
    expect(exactly).toBeNull();
    expect(hierarchy.map(nameOf)).toEqual(above);
  });

  it('brings the notes of the block that it is, and of all above', async () => {
    const { notes, inherited } = await ask('M00', 'M25');
    expect(notes.flatMap(({ lines }) => lines)).toContain(
      'Disorders affecting predominantly peripheral (limb) joints',
    );
    expect(inherited.map(({ from }) => nameOf(from))).toEqual(['13']);
  });

  it('is found for every block and chapter of the release', async () => {
    const { blocks, chapters } = await book.installed.outline();
    const ids = [...blocks.map(({ id }) => id), ...chapters.map(({ title }) => title.slice(-8, -1))];
    const ranges = ids.filter((id) => id.includes('-'));
    const lost: string[] = [];
    for (const id of ranges) {
      const [from = '', to = ''] = id.split('-');
      if (!(await ask(from, to)).exactly) lost.push(id);
    }
    expect(ranges.length).toBeGreaterThan(250);
    expect(lost).toEqual([]);
  });
});

describe('an end that is no code', () => {
  it('is told, and the range goes to where it would stand', async () => {
    const { codes, first, last } = await ask('E10', 'E14');
    expect(first.exists).toBe(true);
    expect(last).toEqual({ code: 'E14', title: '', exists: false });
    expect(codes).toBe((await ask('E10', 'E13')).codes);
  });

  it('can stand within a category', async () => {
    expect(await ask('M43.20', 'M43.24X')).toMatchObject({ codes: 5, last: { exists: false } });
    expect(await ask('M43.1Z', 'M43.20')).toMatchObject({ codes: 2, first: { exists: false } });
  });

  it('can be both, with nothing between', async () => {
    expect(await ask('T10', 'T12')).toMatchObject({
      codes: 0,
      billable: 0,
      hierarchy: [],
      first: { exists: false },
      last: { exists: false },
    });
  });
});

describe('a range on another day', () => {
  it('counts the codes of that day', async () => {
    // QA0 came with FY2026, QA1 with FY2027.
    expect(await ask('Q99', 'QA1', '2026-09-30')).toMatchObject({ last: { exists: false } });
    expect(await ask('QA0', 'QA1', '2025-09-30')).toMatchObject({ codes: 0, first: { exists: false } });
  });
});

describe('a range read from the package', () => {
  it('over a whole chapter takes well under a second', async () => {
    const start = performance.now();
    await lookupRange(bookOf(embedded), codeOf('S00'), codeOf('T88'), IN_FY2027);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describeOfficial('the counts of ranges', () => {
  const RANGES = ['M40-M43', 'C43-C44', 'M05-M10', 'E08.0-E13.9', 'S00-T88', 'O94-O9A', 'V00-Y99', 'QA0-QA1'];

  /** Counts as a reader of the order file would: from one row to the last that begins with the other's code. */
  function count(file: string, text: string, range: string) {
    const { rows } = parseOrderFile(text, file);
    const [from = '', to = ''] = range.split('-').map((end) => codeOf(end));
    const first = rows.findIndex(({ code }) => code === from);
    const last = rows.findLastIndex(({ code }) => code.startsWith(to));
    const between = rows.slice(first, last + 1);
    return { codes: between.length, billable: between.filter(({ billable }) => billable).length };
  }

  it.each(RANGES)('%s are those of the order file FY2027', async (range) => {
    const [from = '', to = ''] = range.split('-');
    expect(await ask(from, to)).toMatchObject(count(ORDER_2027, official(ORDER_2027), range));
  });

  it.each(['M40-M43', 'I10-I5A', 'S00-T88'])(
    '%s on a day of FY2026 are those of its order file',
    async (range) => {
      const [from = '', to = ''] = range.split('-');
      const text = official(DESCRIPTIONS_2026, ORDER_2026_MEMBER);
      expect(await ask(from, to, '2025-12-01')).toMatchObject(count(ORDER_2026_MEMBER, text, range));
    },
  );
});
