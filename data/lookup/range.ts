import type { CodeBook } from '../book';
import { type Code, categoryOf } from '../code';
import { printSpan } from '../code-span';
import type { Day } from '../day';
import { type DetailedStep, spellingOf, stepOf, stepsAbove } from '../hierarchy';
import type { Outline } from '../release';
import type { EndPoint, RangeLookup } from './answer';
import { categoryOn, nodeOn, outlineOn } from './category-on-day';
import { inheritedFrom } from './entry';
import { countRows, type LaidOut, layOut } from './rows-between';

/**
 * Looks a range of codes up for a date of service, from its first code to the end of what lies below its last. Ends
 * may stand in different chapters and the wrong way round, and need not exist.
 * @throws what the book's sources throw when they cannot be read
 */
export async function lookupRange(book: CodeBook, one: Code, other: Code, on: Day): Promise<RangeLookup> {
  const [release, outline] = await Promise.all([book.installed.release(), outlineOn(book, on)]);
  const range = await layOut(book, outline, [one, other], on);
  const { from, to, isReversed } = range;
  const [first, last, count, around] = await Promise.all([
    endPoint(book, from, on),
    endPoint(book, to, on),
    countRows(book, range, on),
    stepsAround(book, outline, range, on),
  ]);
  const at = around.findIndex(({ step }) => spellingOf(step) === printSpan({ kind: 'range', from, to }));
  const exactly = around[at];
  const above = exactly ? around.slice(0, at) : around;
  return {
    verdict: 'range',
    asked: from,
    on,
    release,
    validity: [],
    first,
    last,
    isReversed,
    ...count,
    exactly: exactly?.step ?? null,
    hierarchy: above.map(({ step }) => step),
    notes: exactly?.details.notes ?? [],
    ...(exactly?.details.table && { table: exactly.details.table }),
    inherited: above.toReversed().flatMap(({ step, details }) => inheritedFrom(step, details)),
  };
}

async function endPoint(book: CodeBook, code: Code, on: Day): Promise<EndPoint> {
  const node = await nodeOn(book, code, on);
  return { code, title: node?.title ?? '', exists: node !== null };
}

/** What stands above all codes of a range: chapter, blocks, and within one category the codes that hold both ends. */
async function stepsAround(
  book: CodeBook,
  outline: Outline,
  { from, to, categories }: LaidOut,
  on: Day,
): Promise<DetailedStep[]> {
  const [first, last] = [categories[0], categories.at(-1)];
  if (!first || !last) return [];
  const ofLast = stepsAbove(outline, last);
  const common = stepsAbove(outline, first).filter(({ step }, index) => isSame(step, ofLast[index]?.step));
  if (first !== last || categoryOf(from) !== categoryOf(to)) return common;
  const category = await categoryOn(book, first.code, on);
  const holders = category?.nodes.filter(({ code }) => from.startsWith(code) && to.startsWith(code)) ?? [];
  return [...common, ...holders.map(stepOf)];
}

function isSame(one: DetailedStep['step'], other?: DetailedStep['step']): boolean {
  return other?.kind === one.kind && 'id' in one && 'id' in other && one.id === other.id;
}
