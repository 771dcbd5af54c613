import { type Code, categoryOf } from '../code';
import type { CodeSpan } from '../code-span';
import type { Outline, Shard } from '../release';

/** What a reference leads to in a release, or why it leads nowhere. */
export type Resolution = Resolved | Unresolved;

export interface Resolved {
  readonly resolved: true;
  /** The ends as the reference names them; the same but for a range. */
  readonly from: Code;
  readonly to: Code;
  /** Rows of the order file meant, headers and billable codes: 1 for a code, the code with all below for a prefix. */
  readonly count: number;
}

export interface Unresolved {
  readonly resolved: false;
  /**
   * `no such code`: the code, or an end of the range, is not in the release; `nothing below`: the dash stands behind
   * a code that has no codes below it; `backwards`: the range ends before it begins.
   */
  readonly reason: 'no such code' | 'nothing below' | 'backwards';
  /** The code that the reason speaks of. */
  readonly code: Code;
  /** The longest code of the release that it begins with, or itself if that exists: the place to look. */
  readonly nearest: Code | null;
}

/**
 * Resolves a reference by a release.
 * A range is a span of rows in tabular order, to the end of what lies below its last code: `C43-C44` includes C4A.
 * @param outline of the release
 * @param shardOf gives a category of it, or null; asked only about codes below a category
 * @throws what `shardOf` throws
 */
export async function resolveReference(
  outline: Outline,
  shardOf: (category: Code) => Promise<Shard | null> | Shard | null,
  target: CodeSpan,
): Promise<Resolution> {
  const spanOf = async (code: Code): Promise<Span | Unresolved> => {
    const category = outline.categories.find((entry) => entry.code === categoryOf(code));
    if (!category) return unresolved('no such code', code, null);
    if (code === category.code) return { first: category.start, last: category.start + category.count - 1 };
    return spanIn(await shardOf(category.code), code);
  };

  if (target.kind === 'range') {
    const { from, to } = target;
    const [first, last] = await Promise.all([spanOf(from), spanOf(to)]);
    if ('reason' in first) return first;
    if ('reason' in last) return last;
    if (last.first < first.first) return unresolved('backwards', to, to);
    return { resolved: true, from, to, count: last.last - first.first + 1 };
  }
  const { code } = target;
  const span = await spanOf(code);
  if ('reason' in span) return span;
  if (target.kind === 'code') return { resolved: true, from: code, to: code, count: 1 };
  if (span.last === span.first) return unresolved('nothing below', code, code);
  return { resolved: true, from: code, to: code, count: span.last - span.first + 1 };
}

/** Positions of a code's row and of the last row below it; the two are one where nothing lies below. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function spanIn(shard: Shard | null, code: Code): Span | Unresolved {
  const first = shard?.nodes.find((node) => node.code === code);
  const last = shard?.nodes.findLast((node) => node.code.startsWith(code));
  if (first && last) return { first: first.position, last: last.position };
  const nearest = shard?.nodes.findLast((node) => code.startsWith(node.code))?.code ?? null;
  return unresolved('no such code', code, nearest);
}

function unresolved(reason: Unresolved['reason'], code: Code, nearest: Code | null): Unresolved {
  return { resolved: false, reason, code, nearest };
}
