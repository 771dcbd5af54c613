import type { Code } from '../../code';
import { type Conversion, names } from './conversion';
import type { Validity } from './validity';

/** Tells on which day the change came that shows first in the release with this index. */
export type DayOf = (code: Code, index: number) => string;

/**
 * Finds the true days of change. They are not always the day of the release in which a change shows first: of
 * FY2021 only the order file of January 2021 exists, and most of what it changes dates from October 1, 2020.
 *
 * The conversion table tells the day of a new code, and that a code which it replaces ended on that day. The rest
 * follows: a header comes with the first code below it and goes with the last, and a code becomes a header with
 * the first code that comes new below it. Where neither tells, it stays the day of the release.
 */
export function findChangeDays(validity: Validity, conversions: readonly Conversion[]): DayOf {
  const columns = validity.releases.map((_, index) => daysInColumn(validity, conversions, index));
  return (code, index) => columns[index]?.get(code) ?? validity.releases[index]?.from ?? '';
}

interface Change {
  readonly code: Code;
  readonly before: string;
  readonly after: string;
}

function daysInColumn(
  { releases, marks }: Validity,
  conversions: readonly Conversion[],
  index: number,
): ReadonlyMap<Code, string> {
  const days = new Map<Code, string>();
  const previous = releases[index - 1]?.from;
  const last = releases[index]?.from ?? '';
  if (previous === undefined) return days;
  const changes = changesIn(marks, index);
  const rows = conversions.filter(({ from }) => previous < from && from <= last);
  const starts = new Map(rows.map(({ code, from }) => [code, from]));
  const billable = changes.filter(({ before, after }) => before === '1' || after === '1');
  for (const { code, after } of billable) {
    const day =
      after === '1' ? starts.get(code) : earliest(rows.filter((row) => names(row, code)).map(fromOf));
    if (day !== undefined && after !== '0') days.set(code, day);
  }
  for (const { code, after } of changes) {
    if (after === '1' || days.has(code)) continue;
    const below = billable.filter((other) => other.code !== code && other.code.startsWith(code));
    const came = below.filter((other) => other.after === '1').map((other) => days.get(other.code) ?? last);
    const went = below.filter((other) => other.after === '-').map((other) => days.get(other.code) ?? last);
    const day = after === '0' ? earliest(came) : went.sort().at(-1);
    if (day !== undefined) days.set(code, day);
  }
  return days;
}

function changesIn(marks: Validity['marks'], index: number): Change[] {
  return [...marks].flatMap(([code, own]) => {
    const [before = '', after = ''] = own.slice(index - 1, index + 1);
    return before === after ? [] : [{ code, before, after }];
  });
}

function fromOf({ from }: Conversion): string {
  return from;
}

function earliest(days: readonly string[]): string | undefined {
  return days.toSorted()[0];
}
