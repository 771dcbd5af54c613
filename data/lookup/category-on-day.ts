import type { CodeBook } from '../book';
import { type Code, categoryOf } from '../code';
import { type Day, dayBefore } from '../day';
import { foldAccents } from '../formats/fold';
import type { History, Span, Status } from '../history/history';
import type { CodeNode, Outline, Shard } from '../release';

/**
 * A category as it stood on a day: the codes that there were, with the flags and titles that they had.
 * In the time of the release in use it is that release's; on other days, what the history tells.
 * @returns null when there is no such category on the day
 */
export async function categoryOn(book: CodeBook, category: Code, on: Day): Promise<Shard | null> {
  if (await isInTimeOfInstalled(book, on)) return book.installed.shard(category);

  const [history, packaged, installed] = await Promise.all([
    book.history(),
    book.packaged.shard(category),
    book.installed.shard(category),
  ]);
  const details = new Map(installed?.nodes.map((node) => [node.code, node]));
  const nodes = withEnded(history, category, packaged?.nodes ?? []).flatMap((node) => {
    const status = statusOn(history.spansOf(node.code, flagOf(packaged, node.code)), on);
    if (status === 'absent') return [];
    const title = titleOn(history, node.code, on) ?? node.title;
    const { spelling, ...detailed } = details.get(node.code) ?? node;
    // The accents are those of another title where the code had another one on the day.
    const spelled = spelling !== undefined && foldAccents(spelling) === title;
    return { ...detailed, ...(spelled && { spelling }), title, billable: status === 'billable' };
  });
  return nodes.length > 0 ? { category, nodes } : null;
}

/** The categories of a day in tabular order. The history ends with the package's release, which still has all of them. */
export async function outlineOn(book: CodeBook, on: Day): Promise<Outline> {
  const source = (await isInTimeOfInstalled(book, on)) ? book.installed : book.packaged;
  return source.outline();
}

/** A code as it stood on a day; null when there was no such code. */
export async function nodeOn(book: CodeBook, code: Code, on: Day): Promise<CodeNode | null> {
  const category = await categoryOn(book, categoryOf(code), on);
  return category?.nodes.find((node) => node.code === code) ?? null;
}

/** What a code was since the first release: what the history tells, and in its time the release in use. */
export async function spansOf(book: CodeBook, code: Code): Promise<readonly Span[]> {
  const category = categoryOf(code);
  const [history, packaged, time, inUse, known] = await Promise.all([
    book.history(),
    book.packaged.shard(category),
    timeOfInstalled(book),
    book.installed.release(),
    book.packaged.release(),
  ]);
  const spans = history.spansOf(code, flagOf(packaged, code));
  if (inUse.hash === known.hash && time.from === known.effectiveFrom) return spans;
  const flag = flagOf(await book.installed.shard(category), code);
  const status = flag === null ? 'absent' : flag === 1 ? 'billable' : 'header';
  return overlay(spans, time, status);
}

/** The status on a day; days before the first release have none. */
export function statusOn(spans: readonly Span[], on: Day): Status {
  return spans.findLast(({ from }) => from <= on)?.status ?? 'absent';
}

async function isInTimeOfInstalled(book: CodeBook, on: Day): Promise<boolean> {
  const { from, until } = await timeOfInstalled(book);
  return on >= from && (until === null || on < until);
}

/** The days of the release in use. `until` is the first that is not one; null while it goes on. */
interface Time {
  readonly from: Day;
  readonly until: Day | null;
}

async function timeOfInstalled(book: CodeBook): Promise<Time> {
  const [inUse, known] = await Promise.all([book.installed.release(), book.packaged.release()]);
  const from = inUse.effectiveFrom;
  // Where the user chose an older release than the package's, its time ends with the next change that is known.
  const isOlder = from < known.effectiveFrom;
  return { from, until: isOlder ? (await book.history()).nextChangeAfter(from) : null };
}

/** Puts the ended codes of a category in their places among those that are left. */
function withEnded(history: History, category: Code, nodes: readonly CodeNode[]): CodeNode[] {
  const ended = history.ended(category);
  return nodes.flatMap((node) => [
    node,
    ...ended
      .filter(({ after }) => after === node.code)
      .map(({ code, title }) => ({ code, title: title ?? '', billable: false, position: node.position })),
  ]);
}

function titleOn(history: History, code: Code, on: Day): string | undefined {
  return history.earlierTitlesOf(code).find(({ until }) => on <= until)?.title;
}

function flagOf(shard: Shard | null, code: Code): 0 | 1 | null {
  const node = shard?.nodes.find((candidate) => candidate.code === code);
  return node ? (node.billable ? 1 : 0) : null;
}

/** Puts a status in the place of those that a time had before. A file can say another thing than the history. */
function overlay(spans: readonly Span[], { from, until }: Time, status: Status): readonly Span[] {
  const before = spans.filter((span) => span.from < from);
  const then =
    until === null || statusOn(spans, until) === status
      ? []
      : [{ status: statusOn(spans, until), from: until }];
  const after = until === null ? [] : spans.filter((span) => span.from > until);
  const changes = [...before, { status, from }, ...then, ...after].filter(
    (change, nth, all) => change.status !== (all[nth - 1]?.status ?? (spans.length > 0 ? null : 'absent')),
  );
  if (changes.every((change) => change.status === 'absent')) return [];
  return changes.map((change, nth) => {
    const next = changes[nth + 1];
    return { status: change.status, from: change.from, to: next ? dayBefore(next.from) : null };
  });
}
