import type { ReleaseRow } from '../assemble/release-row';
import type { Code } from '../code';
import { parentCode } from '../shard';
import type { Change } from './changes';

/**
 * Carries a release over to the next one.
 * @returns the rows of the next release, in its order
 * @throws Error when a change does not fit: it adds a code that is there, changes one that is not, gives a
 * title that the code has, or leaves a parent billable or a code without its parent
 */
export function applyChanges(rows: readonly ReleaseRow[], changes: readonly Change[]): readonly ReleaseRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const change of changes) if (change.action !== 'add') alter(byCode, change);
  const order = rows.map((row) => row.code).filter((code) => byCode.has(code));
  for (const change of changes) {
    if (change.action !== 'add') continue;
    if (byCode.has(change.code)) throw misfit(change, 'the code is there already');
    order.splice(placeOf(change, order, byCode), 0, change.code);
    byCode.set(change.code, { code: change.code, billable: change.billable, title: change.title });
  }
  const next = order.flatMap((code) => byCode.get(code) ?? []);
  checkParents(next, byCode);
  return next;
}

function alter(byCode: Map<Code, ReleaseRow>, change: Exclude<Change, { action: 'add' }>): void {
  const row = byCode.get(change.code);
  if (row === undefined) throw misfit(change, 'there is no such code');
  if (change.action === 'end') {
    byCode.delete(change.code);
  } else if (change.action === 'header') {
    if (!row.billable) throw misfit(change, 'it is a header already');
    byCode.set(change.code, { ...row, billable: false });
  } else {
    if (row.title === change.title) throw misfit(change, 'it has this title already');
    byCode.set(change.code, { ...row, title: change.title });
  }
}

type Addition = Extract<Change, { action: 'add' }>;

/** Where in the order a new code goes: see the head of `fy2027-changes.tsv`. */
function placeOf(change: Addition, order: readonly Code[], codes: ReadonlyMap<Code, unknown>): number {
  const parent = parentCode(change.code, codes);
  if (parent === null && change.code.length > 3) throw misfit(change, 'it has no parent');
  const isSibling = (code: Code): boolean =>
    parent === null ? code.length === 3 : code.startsWith(parent) && parentCode(code, codes) === parent;
  if (change.after !== null) {
    if (!codes.has(change.after) || !isSibling(change.after))
      throw misfit(change, `${change.after} is no sibling`);
    return endOf(change.after, order);
  }
  const next = order.findIndex((code) => code > change.code && isSibling(code));
  if (next >= 0) return next;
  return parent === null ? order.length : endOf(parent, order);
}

/** Index behind a code and all that lies below it. */
function endOf(code: Code, order: readonly Code[]): number {
  let end = order.indexOf(code) + 1;
  while (order[end]?.startsWith(code)) end += 1;
  return end;
}

function checkParents(rows: readonly ReleaseRow[], byCode: ReadonlyMap<Code, ReleaseRow>): void {
  for (const { code } of rows) {
    const parent = parentCode(code, byCode);
    if (parent === null && code.length > 3) throw new Error(`${code} is left without a parent`);
    if (parent !== null && byCode.get(parent)?.billable)
      throw new Error(`${parent} is billable above ${code}`);
  }
}

function misfit(change: Change, reason: string): Error {
  return new Error(`the change "${change.action} ${change.code}" does not fit: ${reason}`);
}
