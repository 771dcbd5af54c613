import type { CodeBook } from '../book';
import { type Code, categoryOf } from '../code';
import { type Day, dayBefore } from '../day';
import { parentsOf } from '../family';
import type { Span } from '../history/history';
import { recogniseOther } from '../other-systems/recognise';
import type { CodeNode, Shard } from '../release';
import type { CodeSource } from '../source';
import type { Change, CodeLookup, CodeTitle, Deleted, Entry, NotYet, Verdict } from './answer';
import { belowOf } from './below';
import { categoryOn, nodeOn, spansOf, statusOn } from './category-on-day';
import { entryOf, seventhOf } from './entry';
import { choicesBelow, type Judged, judge, replacementsOf, titleOf } from './judge';
import { otherSystem } from './other-system';

/**
 * Looks a code up for a date of service. A diagnosis must be valid on that day; there is no grace period.
 * @param code as parsed; it need not exist
 * @throws what the book's sources throw when they cannot be read
 */
export async function lookup(book: CodeBook, code: Code, on: Day): Promise<CodeLookup> {
  const [release, category, validity] = await Promise.all([
    book.installed.release(),
    categoryOn(book, categoryOf(code), on),
    spansOf(book, code),
  ]);
  const answer = { asked: code, on, release, validity };
  const judged: Judged = category ? judge(category, code) : { verdict: 'unknown', node: null };
  if (!category || judged.verdict === 'unknown' || isOnlyCompleted(judged, code)) {
    const other = await onAnotherDay(book, code, on, validity);
    if (other) return { ...answer, ...other };
  }
  if (!category || judged.verdict === 'unknown') {
    const nearest = judged.node && titleOf(judged.node);
    return (await otherSystem(book, code, on)) ?? { ...answer, verdict: 'unknown', nearest };
  }

  const entry = await entryOf(book, category, judged.node);
  const billableUntil = lastBillableDay(judged.node.code === code ? validity : [], on);
  switch (judged.verdict) {
    case 'billable':
      return { ...answer, verdict: 'billable', entry, change: await changeAfter(book, code, on, validity) };
    case 'header': {
      const replacements = replacementsOf(category, code);
      return {
        ...answer,
        verdict: 'header',
        entry,
        replacements,
        choices: choicesBelow(category, code),
        below: belowOf(category, code),
        billableUntil,
      };
    }
    case 'incomplete': {
      const completions = judged.completions.map((node) => ({
        ...titleOf(node),
        extension: seventhOf(category, node.code)?.extension ?? null,
      }));
      return { ...answer, verdict: 'incomplete', entry, completions, billableUntil };
    }
  }
}

/** The verdicts alone, in the order of the codes: for marking a page, and for lists. */
export async function verdicts(book: CodeBook, codes: readonly Code[], on: Day): Promise<Verdict[]> {
  const categories = new Map<Code, Promise<Shard | null>>();
  return Promise.all(
    codes.map(async (code) => {
      const category = categories.get(categoryOf(code)) ?? categoryOn(book, categoryOf(code), on);
      categories.set(categoryOf(code), category);
      const shard = await category;
      const judged: Judged = shard ? judge(shard, code) : { verdict: 'unknown', node: null };
      if (judged.verdict !== 'unknown' && !isOnlyCompleted(judged, code)) return judged.verdict;
      const elsewhen = verdictOnAnotherDay(await spansOf(book, code), on);
      if (elsewhen !== 'unknown' || judged.verdict !== 'unknown') {
        return elsewhen === 'unknown' ? judged.verdict : elsewhen;
      }
      return recogniseOther(code, { label: null }) ? 'other-system' : 'unknown';
    }),
  );
}

/** Not a code on the day, but a part of one. On another day it may be a code itself, which says more. */
function isOnlyCompleted(judged: Judged, code: Code): boolean {
  return judged.verdict === 'incomplete' && judged.node.code !== code;
}

/** The verdicts as of a release, whatever the day. */
export async function verdictsInRelease(source: CodeSource, codes: readonly Code[]): Promise<Verdict[]> {
  return Promise.all(
    codes.map(async (code) => {
      const shard = await source.shard(categoryOf(code));
      return shard ? judge(shard, code).verdict : 'unknown';
    }),
  );
}

function verdictOnAnotherDay(validity: readonly Span[], on: Day): 'deleted' | 'not-yet' | 'unknown' {
  const were = validity.filter(({ status }) => status !== 'absent');
  if (were.some(({ from }) => from <= on)) return 'deleted';
  return were.length > 0 ? 'not-yet' : 'unknown';
}

/** The answer for a code that was one before the day, or will be one after it. */
async function onAnotherDay(
  book: CodeBook,
  code: Code,
  on: Day,
  validity: readonly Span[],
): Promise<
  | Pick<
      Deleted,
      'verdict' | 'entry' | 'ended' | 'wasBillable' | 'successors' | 'hasSuccessorList' | 'siblings'
    >
  | Pick<NotYet, 'verdict' | 'entry' | 'from'>
  | null
> {
  const verdict = verdictOnAnotherDay(validity, on);
  if (verdict === 'unknown') return null;
  if (verdict === 'not-yet') {
    const from = validity.find(({ status }) => status !== 'absent')?.from ?? on;
    return { verdict, entry: await entryOn(book, code, from), from };
  }
  const last = validity.findLast(({ status, from }) => status !== 'absent' && from <= on);
  const ended = validity.find(({ from }) => last && from > last.from)?.from ?? on;
  const successors = await successorsOf(book, code, on);
  return {
    verdict,
    entry: await entryOn(book, code, dayBefore(ended)),
    ended,
    wasBillable: last?.status === 'billable',
    successors,
    hasSuccessorList: ended <= ((await book.history()).releases.at(-1)?.from ?? ''),
    siblings: successors.length > 0 ? [] : await siblingsOf(book, code, on),
  };
}

/** The entry of a code as it was on a day on which there was one. */
async function entryOn(book: CodeBook, code: Code, day: Day): Promise<Entry> {
  const category = await categoryOn(book, categoryOf(code), day);
  const node = category?.nodes.find((candidate) => candidate.code === code);
  if (!category || !node) throw new Error(`the history tells of ${code} on ${day}, but nothing else does`);
  return entryOf(book, category, node);
}

async function changeAfter(
  book: CodeBook,
  code: Code,
  on: Day,
  validity: readonly Span[],
): Promise<Change | null> {
  const next = validity.find(({ from, status }) => from > on && status !== 'billable');
  if (!next || next.status === 'billable') return null;
  const published = await successorsOf(book, code, next.from);
  const children = await categoryOn(book, categoryOf(code), next.from);
  const use = published.length > 0 || !children ? published : replacementsOf(children, code);
  return { on: next.from, to: next.status, use };
}

/** The published successors that are codes on the day; of one that has ended itself, its own. */
async function successorsOf(
  book: CodeBook,
  code: Code,
  on: Day,
  seen = new Set<Code>(),
): Promise<CodeTitle[]> {
  const published = (await book.history()).successorsOf(code)?.codes ?? [];
  const found = await Promise.all(
    published.map(async (successor) => {
      if (seen.has(successor)) return [];
      seen.add(successor);
      const node = await nodeOn(book, successor, on);
      return node ? [titleOf(node)] : successorsOf(book, successor, on, seen);
    }),
  );
  return found.flat();
}

async function siblingsOf(book: CodeBook, code: Code, on: Day) {
  const category = await categoryOn(book, categoryOf(code), on);
  const parent: CodeNode | undefined = category ? parentsOf(category, code).at(-1) : undefined;
  return category && parent ? choicesBelow(category, parent.code) : [];
}

/** The last day before the present status on which the code itself was billable. */
function lastBillableDay(validity: readonly Span[], on: Day): Day | null {
  if (statusOn(validity, on) === 'billable') return null;
  return validity.findLast(({ status, from }) => status === 'billable' && from <= on)?.to ?? null;
}
