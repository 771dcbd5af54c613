/** How many columns a cell takes. */
export function spanOf(cell: Element): number {
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return span > 0 && span < 100 ? span : 1;
}

/** A row with one cell over all columns is a heading of the rows below it, up to the next such row. */
export function isSectionRow({ children, localName }: Element): boolean {
  const [only] = children;
  return localName === 'tr' && children.length === 1 && only !== undefined && spanOf(only) > 1;
}
