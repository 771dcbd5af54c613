import type { DocumentTable } from './document-table';
import type { Ranked } from './rank';

/** A row of the result list: a document, and those of its family by sides that were found with it. */
export interface Row {
  readonly best: Ranked;
  /** In tabular order; without the best. */
  readonly others: readonly number[];
}

/** Folds documents whose titles differ in the side alone into the one that stands best. */
export function foldSides(ranked: readonly Ranked[], documents: DocumentTable): Row[] {
  const rows: { best: Ranked; others: number[] }[] = [];
  const families = new Map<number, { best: Ranked; others: number[] }>();
  for (const one of ranked) {
    const first = documents.firstSide(one.document);
    const family = families.get(first);
    if (family) {
      family.others.push(one.document);
      continue;
    }
    const row = { best: one, others: [] };
    rows.push(row);
    families.set(first, row);
  }
  for (const { others } of rows) others.sort((a, b) => a - b);
  return rows;
}
