import type { NoteTable } from '../release';

interface Category {
  name: string;
  readonly ranges: { heading: string; max: string; min: string }[];
}

/**
 * The tabular list's one table, under H54.8. As XML it is a list of categories, each with ranges of acuity in
 * several notations; as printed, one row a range, with the category's name in the first row only.
 */
export class VisualImpairmentTable {
  readonly #categories: Category[] = [];

  open(name: string): void {
    if (name === 'visCategory') this.#categories.push({ name: '', ranges: [] });
    if (name === 'visRange') this.#categories.at(-1)?.ranges.push({ heading: '', max: '', min: '' });
  }

  /** Takes a heading or a value; both fill the same cell, for the first category holds the headings. */
  text(parent: string, text: string): void {
    const category = this.#categories.at(-1);
    const range = category?.ranges.at(-1);
    if (parent === 'visCategory' && category) category.name = text;
    if (parent === 'visRange' && range) range.heading = text;
    if (parent === 'visMax' && range) range.max = text;
    if (parent === 'visMin' && range) range.min = text;
  }

  /** Rows of three cells: category, maximum, minimum. A cell that the list leaves out is empty. */
  rows(): NoteTable {
    return this.#categories.flatMap(({ name, ranges }) =>
      ranges.map(({ heading, max, min }, index) => {
        const under = heading === '' ? '' : `${heading}: `;
        return [index === 0 ? name : '', under + max, under + min];
      }),
    );
  }
}
