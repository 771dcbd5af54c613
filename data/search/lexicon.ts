import Fuse from 'fuse.js';
import { decodePostings, type SearchIndex, unpackPhrases, weightOf } from './index-format';
import { likeness } from './likeness';
import { stemOf } from './word-forms';

/** A stem of the index that answers a word of the query, and how well: 1 is the word itself. */
export interface Match {
  readonly stem: number;
  readonly quality: number;
}

/** A word of the index for a misspelt one. */
export interface Correction {
  readonly word: string;
  /** 0 (hardly alike) to 1. */
  readonly likeness: number;
}

/** How many letters a misspelling may add, leave out or exchange. */
const LETTERS_OFF = 3;
/** How many of the words that Fuse.js finds are compared letter by letter. */
const SHORTLIST = 40;

/** The words of an index, ready to be asked. What is decoded is kept. */
export class Lexicon {
  readonly #words: readonly string[];
  readonly #letters: Uint32Array;
  readonly #stems: ReadonlyMap<string, number>;
  /** Which of our terms a phrase is, by its stems joined with blanks. */
  readonly phrases: ReadonlyMap<string, readonly number[]>;
  readonly #postings = new Map<number, Uint32Array>();
  readonly #corrections = new Map<string, readonly Correction[]>();
  /** How many texts the index has. */
  readonly texts: number;

  constructor(private readonly index: SearchIndex) {
    this.#words = index.words.split('\n');
    this.#letters = Uint32Array.from(this.#words, lettersOf);
    this.#stems = new Map(index.stemNames.split('\n').map((name, stem) => [name, stem]));
    this.phrases = unpackPhrases(index.phrases);
    this.texts = index.masses.length;
  }

  /** Whether a text has the very word, in its plain form. */
  has(word: string): boolean {
    return this.#words[this.#lowerBound(word)] === word;
  }

  /** The number of a stem; null where no text has a word with it. */
  stem(name: string): number | null {
    return this.#stems.get(name) ?? null;
  }

  /**
   * The stems of words that begin with a text, each once: the best first. A word is answered the better, the
   * more of it is there.
   */
  withPrefix(prefix: string): Match[] {
    const best = new Map<number, number>();
    for (let at = this.#lowerBound(prefix); this.#words[at]?.startsWith(prefix); at++) {
      const stem = this.index.stems[at] ?? 0;
      const quality = prefix.length / (this.#words[at]?.length ?? 1);
      if (quality > (best.get(stem) ?? 0)) best.set(stem, quality);
    }
    return [...best]
      .map(([stem, quality]) => ({ stem, quality }))
      .sort((a, b) => b.quality - a.quality || a.stem - b.stem);
  }

  /** The texts that have a stem, ascending. */
  postings(stem: number): Uint32Array {
    let decoded = this.#postings.get(stem);
    if (!decoded) {
      const { postings, offsets } = this.index;
      decoded = decodePostings(postings, offsets[stem] ?? 0, offsets[stem + 1] ?? 0);
      this.#postings.set(stem, decoded);
    }
    return decoded;
  }

  /** What a stem says, see `weightOf`. */
  weight(stem: number): number {
    return weightOf(this.postings(stem).length, this.texts);
  }

  /**
   * The words most like a misspelt one, best first.
   * @param whole false where the end may not be typed yet
   */
  corrections(misspelt: string, whole: boolean): readonly Correction[] {
    const key = whole ? `${misspelt} ` : misspelt;
    let found = this.#corrections.get(key);
    if (!found) {
      found = this.#nearest(misspelt, whole);
      this.#corrections.set(key, found);
    }
    return found;
  }

  #nearest(misspelt: string, whole: boolean): Correction[] {
    // Fuse.js over all words takes some 20 ms a word (toolchain.md); over those with nearly the same letters, 1 ms.
    const fuse = new Fuse(this.#alike(misspelt, whole), {
      threshold: 0.5,
      distance: 40,
    });
    return fuse
      .search(misspelt, { limit: SHORTLIST })
      .map(({ item: word }) => ({ word, likeness: likeness(misspelt, word, whole) * this.#commonness(word) }))
      .filter((correction) => correction.likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
  }

  /** Of words that are as like, the one that more texts have is meant more often. */
  #commonness(word: string): number {
    const stem = this.stem(stemOf(word));
    return stem === null ? 1 : 1 - 0.01 * this.weight(stem);
  }

  #alike(misspelt: string, whole: boolean): string[] {
    const letters = lettersOf(misspelt);
    const { length } = misspelt;
    return this.#words.filter((word, at) => {
      if (/\d/.test(word) || word.length < length - 2 || (whole && word.length > length + 2)) return false;
      const others =
        whole || word.length <= length ? (this.#letters[at] ?? 0) : lettersOf(word.slice(0, length));
      return bits(letters ^ others) <= LETTERS_OFF;
    });
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

/** A bit for each letter that a word has. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters >>> 0;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
