import type { ReleaseRow } from '../../assemble/release-row';
import type { Code } from '../../code';
import type { DayOf } from './change-days';
import { type Conversion, names } from './conversion';
import type { Validity } from './validity';

/**
 * Finds what follows each code that was billable once and is not billable in the last release. In this order:
 * 1. the codes of the conversion table that name it as previous, from the very day on which it ended;
 * 2. of a code that became a header, the billable codes below it that came new on that day;
 * 3. of a code that ended with the last release, which the conversion table does not know yet, the code of that
 *    release with the same title in its category.
 * A code without any of the three has no published successor, and gets none.
 * @param before the rows of the release before the last
 * @param after the rows of the last release
 */
export function findSuccessors(
  validity: Validity,
  conversions: readonly Conversion[],
  dayOf: DayOf,
  before: readonly ReleaseRow[],
  after: readonly ReleaseRow[],
): ReadonlyMap<Code, readonly Code[]> {
  const sameTitle = findSameTitles(before, after);
  const started = startedByColumn(validity);
  const successors = new Map<Code, readonly Code[]>();
  for (const [code, marks] of validity.marks) {
    if (!marks.includes('1') || marks.endsWith('1')) continue;
    const index = marks.lastIndexOf('1') + 1;
    const day = dayOf(code, index);
    const isBillable = (other: Code): boolean => validity.marks.get(other)?.[index] === '1';
    const named = conversions.filter((row) => row.from === day && names(row, code)).map((row) => row.code);
    const below = (started[index] ?? []).filter(
      (other) => marks[index] === '0' && other.startsWith(code) && dayOf(other, index) === day,
    );
    const same = index === validity.releases.length - 1 ? sameTitle(code) : [];
    const found = [named, below, same]
      .map((codes) => codes.filter(isBillable))
      .find((codes) => codes.length > 0);
    if (found) successors.set(code, [...new Set(found)].sort());
  }
  return successors;
}

/** For each release the codes that are billable in it and were not in the one before. */
function startedByColumn({ releases, marks }: Validity): readonly (readonly Code[])[] {
  return releases.map((_, index) =>
    [...marks].filter(([, own]) => own[index] === '1' && own[index - 1] !== '1').map(([code]) => code),
  );
}

/** Codes of the last release by category and title, for codes that only the release before has. */
function findSameTitles(
  before: readonly ReleaseRow[],
  after: readonly ReleaseRow[],
): (code: Code) => readonly Code[] {
  const titles = new Map(before.map(({ code, title }) => [code, title]));
  const titled = new Map<string, Code[]>();
  for (const { code, billable, title } of after) {
    if (!billable) continue;
    const key = `${code.slice(0, 3)} ${title}`;
    titled.set(key, [...(titled.get(key) ?? []), code]);
  }
  return (code) => titled.get(`${code.slice(0, 3)} ${titles.get(code)}`) ?? [];
}
