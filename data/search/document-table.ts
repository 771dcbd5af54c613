import type { Documents } from './index-format';

/** Where the index's documents stand in the release, and how they stand to each other. */
export class DocumentTable {
  /** For each document the position of its code's row; at the end the number of rows. */
  readonly #positions: Uint32Array;
  /** For each document the header above it, -1 for a category. */
  readonly #parents: Int32Array;

  constructor(readonly columns: Documents) {
    this.#positions = positionsOf(columns);
    this.#parents = parentsOf(columns);
  }

  get size(): number {
    return this.columns.lengths.length;
  }

  position(document: number): number {
    return this.#positions[document] ?? 0;
  }

  /** The header above a document, -1 for a category. */
  parent(document: number): number {
    return this.#parents[document] ?? -1;
  }

  isHeader(document: number): boolean {
    return this.columns.headers[document] === 1;
  }

  /** How many seven-character codes are folded into a document. */
  sevenths(document: number): number {
    return this.columns.sevenths[document] ?? 0;
  }

  /** The document that stands for a header when nothing more is said, or null. */
  usual(document: number): number | null {
    const further = this.columns.defaults[document] ?? 0;
    return further === 0 ? null : document + further;
  }

  /** The documents below a header, in tabular order. */
  *below(document: number): Generator<number> {
    const { lengths } = this.columns;
    const length = lengths[document] ?? 0;
    for (let at = document + 1; (lengths[at] ?? 0) > length; at++) yield at;
  }

  /** The documents with the same header above them, in tabular order, and itself; none for a category. */
  *siblings(document: number): Generator<number> {
    const parent = this.parent(document);
    if (parent < 0) return;
    for (const below of this.below(parent)) if (this.parent(below) === parent) yield below;
  }

  /** The first document of a family whose titles differ in the side alone; the document itself where it has none. */
  firstSide(document: number): number {
    return document - (this.columns.sides[document] ?? 0);
  }

  /** The documents of such a family, in tabular order; a document without one is its own. */
  sides(document: number): number[] {
    const { sides } = this.columns;
    const first = this.firstSide(document);
    const found = [first];
    for (let back = 1; back < 256; back++) if (sides[first + back] === back) found.push(first + back);
    return found;
  }
}

function positionsOf({ sevenths }: Documents): Uint32Array {
  const positions = new Uint32Array(sevenths.length + 1);
  for (const [at, folded] of sevenths.entries()) positions[at + 1] = (positions[at] ?? 0) + 1 + folded;
  return positions;
}

function parentsOf({ lengths }: Documents): Int32Array {
  const above: number[] = [];
  return Int32Array.from(lengths, (length, at) => {
    while (above.length > 0 && (lengths[above.at(-1) ?? 0] ?? 0) >= length) above.pop();
    const parent = above.at(-1) ?? -1;
    above.push(at);
    return parent;
  });
}
