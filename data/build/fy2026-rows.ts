import type { ReleaseRow } from '../assemble/release-row';
import { tabularTitles } from '../assemble/tabular-titles';
import type { Code } from '../code';
import { foldAccents } from '../formats/fold';
import type { Tabular } from '../formats/tabular';

/**
 * The rows of the FY2026 order file, from the tabular list and the list of all codes: a leaf is billable, and
 * the order file's titles are the list's without accents. (Tested against the official file, row by row.)
 * @throws Error when list and tabular list do not hold the same codes
 */
export function fy2026Rows(tabular: Tabular, codes: readonly Code[]): readonly ReleaseRow[] {
  const listed = new Set(codes);
  const titles = tabularTitles(tabular, (code) => listed.has(code));
  const unlisted = [...titles.keys()].find((code) => !listed.has(code));
  if (unlisted !== undefined)
    throw new Error(`${unlisted} is in the tabular list and not in the list of codes`);
  return codes.map((code) => {
    const derived = titles.get(code);
    if (derived === undefined) throw new Error(`${code} does not follow from the tabular list`);
    return { code, billable: derived.leaf, title: foldAccents(derived.title) };
  });
}
