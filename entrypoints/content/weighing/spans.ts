/** How many columns a cell takes. */
export function spanOf(cell: Element): number {
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return span > 0 && span < 100 ? span : 1;
}

/** A row with one cell over all columns is a heading of the rows below it, up to the next such row. */
export function isSectionRow(row: Element): boolean {
  if (row.localName !== 'tr' || row.childElementCount !== 1) return false;
  return row.firstElementChild !== null && spanOf(row.firstElementChild) > 1;
}
