import type { CodeBook } from '../book';
import { type Code, categoryOf } from '../code';
import type { Day } from '../day';
import type { CategoryEntry, Outline, Shard } from '../release';
import { categoryOn } from './category-on-day';

/** A range of codes laid onto the categories of a day. */
export interface LaidOut {
  readonly from: Code;
  readonly to: Code;
  readonly isReversed: boolean;
  /** The categories that it reaches into, in tabular order; none where both ends are missing side by side. */
  readonly categories: readonly CategoryEntry[];
}

/**
 * Finds what a range reaches into. Order is that of the tabular list: M1A stands before M10. An end that does not
 * exist stands where its spelling puts it among its neighbours: E14 behind E13.
 */
export async function layOut(
  book: CodeBook,
  outline: Outline,
  [one, other]: readonly [Code, Code],
  on: Day,
): Promise<LaidOut> {
  const isReversed = await standsBehind(book, outline, [one, other], on);
  const [from, to] = isReversed ? [other, one] : [one, other];
  const first = Math.ceil(indexOf(outline, from));
  const last = Math.floor(indexOf(outline, to));
  return { from, to, isReversed, categories: outline.categories.slice(first, last + 1) };
}

/**
 * Counts the codes of a range on a day. Reads every shard that it reaches into: all of chapter 19 takes some 90 ms
 * from IndexedDB in Chromium, 160 ms from the package, and up to half a second for a day of an earlier release.
 */
export async function countRows(book: CodeBook, { from, to, categories }: LaidOut, on: Day): Promise<Count> {
  const counts = await Promise.all(
    categories.map(async ({ code }) => {
      const category = await categoryOn(book, code, on);
      return category ? countIn(category, from, to) : NONE;
    }),
  );
  return counts.reduce(
    (sum, { codes, billable }) => ({
      codes: sum.codes + codes,
      billable: sum.billable + billable,
    }),
    NONE,
  );
}

export interface Count {
  readonly codes: number;
  readonly billable: number;
}

const NONE: Count = { codes: 0, billable: 0 };

function countIn(category: Shard, from: Code, to: Code): Count {
  const { nodes } = category;
  const first = categoryOf(from) === category.category ? firstRow(category, from) : 0;
  const last = categoryOf(to) === category.category ? lastRow(category, to) : nodes.length - 1;
  const between = nodes.slice(first, last + 1);
  return { codes: between.length, billable: between.filter(({ billable }) => billable).length };
}

/** Whether the first of two codes stands behind the second. */
async function standsBehind(
  book: CodeBook,
  outline: Outline,
  [one, other]: readonly [Code, Code],
  on: Day,
): Promise<boolean> {
  if (categoryOf(one) !== categoryOf(other)) return indexOf(outline, one) > indexOf(outline, other);
  const category = await categoryOn(book, categoryOf(one), on);
  return category ? firstRow(category, one) > firstRow(category, other) : one > other;
}

/** The place of a code's category among all; a missing one stands half a step from its neighbours. */
function indexOf({ categories }: Outline, code: Code): number {
  const category = categoryOf(code);
  const index = categories.findIndex((entry) => entry.code === category);
  if (index >= 0) return index;
  // Spelling gives no order but among one letter's categories with two digits: M1A stands before M10, U07 behind Z99.
  const isNeighbour = ({ code: other }: CategoryEntry) => other[0] === category[0] && /^.\d\d$/.test(other);
  const next = categories.findIndex((entry) => isNeighbour(entry) && entry.code > category);
  return next >= 0 ? next - 0.5 : categories.findLastIndex(isNeighbour) + 0.5;
}

/** The row of a code in its category, or of the first that stands behind it. */
function firstRow({ nodes }: Shard, code: Code): number {
  const row = nodes.findIndex((node) => node.code === code);
  if (row >= 0) return row;
  const next = nodes.findIndex((node) => node.code > code);
  return next >= 0 ? next : nodes.length;
}

/** The last row of what lies below a code, or of what stands before it. */
function lastRow({ nodes }: Shard, code: Code): number {
  const row = nodes.findLastIndex((node) => node.code.startsWith(code));
  return row >= 0 ? row : nodes.findLastIndex((node) => node.code < code);
}
