import type { Code } from '../code';
import type { TabularSection } from '../formats/tabular';

/**
 * Finds the section around each section of a chapter. The list prints them flat: a wider block (M40-M54) is a
 * section without codes before those of its range. Ranges are spans of tabular order: C7A, between C75 and C76, lies in C00-C96.
 * @param categories all categories in tabular order
 * @returns for each section the index of the innermost one around it, or null
 */
export function nestSections(
  sections: readonly TabularSection[],
  categories: readonly Code[],
): (number | null)[] {
  const positions = new Map(categories.map((code, position) => [code, position]));
  const ranges = sections.map((section) => rangeOf(section, positions));
  return sections.map((_, inner) => {
    const range = ranges[inner];
    const wider = sections.findLastIndex((section, outer) => {
      const around = ranges[outer];
      if (outer >= inner || section.diags.length > 0 || range === undefined || around === undefined)
        return false;
      return around.first <= range.first && range.last <= around.last;
    });
    return wider < 0 ? null : wider;
  });
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Positions of the first and the last category that a section's id names, or else of its own categories. */
function rangeOf(section: TabularSection, positions: ReadonlyMap<string, number>): Range {
  const [from = '', to = from] = section.id.split('-');
  const first = positions.get(from) ?? positions.get(section.diags[0]?.code ?? '');
  const last = positions.get(to) ?? positions.get(section.diags.at(-1)?.code ?? '');
  if (first === undefined || last === undefined) {
    throw new Error(`section ${section.id} has neither categories nor a range that exists`);
  }
  return { first, last };
}
