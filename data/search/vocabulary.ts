import Fuse from 'fuse.js';
import { forEachPosting, type SearchIndex } from './index-format';

/** A word of the vocabulary that answers a word of the query, and how well: 1 is the word itself. */
export interface Match {
  readonly word: number;
  readonly quality: number;
}

/** The words of an index, ready to be asked. */
export class Vocabulary {
  readonly #words: readonly string[];
  /** The words of the alphabetic index's terms, and the code's position for each term. */
  readonly terms: { readonly vocabulary: Vocabulary; readonly positions: Uint32Array } | null;
  #fuse: Fuse<string> | null = null;

  constructor(private readonly index: SearchIndex) {
    this.#words = index.words.split('\n');
    const { terms } = index;
    this.terms = terms ? { vocabulary: new Vocabulary(terms.index), positions: terms.positions } : null;
  }

  /** The words that begin with a text. */
  withPrefix(prefix: string): Match[] {
    const matches: Match[] = [];
    for (let at = this.#lowerBound(prefix); this.#words[at]?.startsWith(prefix); at++) {
      const length = this.#words[at]?.length ?? 1;
      matches.push({ word: at, quality: prefix.length / length });
    }
    return matches;
  }

  /** The word most like a misspelt one, or the misspelt word with no matches. */
  nearest(misspelt: string): { word: string; ranges: Match[] } {
    // Words only: over the 98,000 titles Fuse.js takes some 400 ms a query (docs/architecture.md).
    this.#fuse ??= new Fuse(this.#words, {
      threshold: 0.35,
      ignoreLocation: false,
      distance: 20,
      minMatchCharLength: 2,
    });
    const found = this.#fuse.search(misspelt, { limit: 1 })[0];
    return found
      ? { word: found.item, ranges: [{ word: found.refIndex, quality: 0.5 }] }
      : { word: misspelt, ranges: [] };
  }

  forEachPosting(word: number, visit: (position: number) => void): void {
    forEachPosting(this.index, word, visit);
  }

  /** How many rows the release has. */
  get size(): number {
    return this.index.rows.length;
  }

  /** The number of words in a title. */
  titleLength(position: number): number {
    return (this.index.rows[position] ?? 0) & 127;
  }

  isBillable(position: number): boolean {
    return (this.index.rows[position] ?? 0) > 127;
  }

  #lowerBound(text: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
