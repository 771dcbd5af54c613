import type { Code } from '../../code';
import { parentCode } from '../../shard';

/**
 * Finds where codes stood that a release has no more: before the first sibling that sorts after them, else behind
 * their last sibling and all below it, as new codes do in `fy2027-changes.tsv`.
 * @param rows the release's codes in tabular order
 * @param ended by spelling, so that each comes after its parent
 * @returns for each, in tabular order, the code of the release directly before its place
 * @throws Error when the release has not its category
 */
export function placeEnded(rows: readonly Code[], ended: readonly Code[]): ReadonlyMap<Code, Code> {
  const kept = new Set(rows);
  const order = [...rows];
  const all = new Set(rows);
  for (const code of ended) {
    const parent = parentCode(code, all);
    if (parent === null) throw new Error(`${code} is left without its category`);
    const start = order.indexOf(parent) + 1;
    let end = start;
    while (order[end]?.startsWith(parent)) end += 1;
    const next = order
      .slice(start, end)
      .findIndex((other) => other > code && parentCode(other, all) === parent);
    order.splice(next < 0 ? end : start + next, 0, code);
    all.add(code);
  }
  const after = new Map<Code, Code>();
  let last: Code | undefined;
  for (const code of order) {
    if (kept.has(code)) last = code;
    else if (last !== undefined) after.set(code, last);
  }
  return after;
}
