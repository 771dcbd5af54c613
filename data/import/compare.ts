import type { ReleaseRow } from '../assemble/release-row';
import type { Code } from '../code';

/** How a release differs from the one before it. Each list is in tabular order. */
export interface Differences {
  readonly added: readonly CodeChange[];
  readonly ended: readonly CodeChange[];
  /** Billable before, a header now. */
  readonly becameHeader: readonly CodeChange[];
  readonly becameBillable: readonly CodeChange[];
  readonly retitled: readonly (CodeChange & { readonly before: string })[];
}

export interface CodeChange {
  readonly code: Code;
  /** The new title, or the last one of a code that ended. */
  readonly title: string;
  readonly billable: boolean;
}

/** Compares the rows of two releases. */
export function compare(before: readonly ReleaseRow[], after: readonly ReleaseRow[]): Differences {
  const old = new Map(before.map((row) => [row.code, row]));
  const current = new Map(after.map((row) => [row.code, row]));
  const kept = after.flatMap((row) => {
    const earlier = old.get(row.code);
    return earlier ? [{ row, earlier }] : [];
  });
  const flagged = (billable: boolean) =>
    kept.filter(({ row, earlier }) => row.billable === billable && earlier.billable !== billable);
  return {
    added: after.filter(({ code }) => !old.has(code)).map(change),
    ended: before.filter(({ code }) => !current.has(code)).map(change),
    becameHeader: flagged(false).map(({ row }) => change(row)),
    becameBillable: flagged(true).map(({ row }) => change(row)),
    retitled: kept
      .filter(({ row, earlier }) => row.title !== earlier.title)
      .map(({ row, earlier }) => ({ ...change(row), before: earlier.title })),
  };
}

function change({ code, title, billable }: ReleaseRow): CodeChange {
  return { code, title, billable };
}
