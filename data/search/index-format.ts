/**
 * The inverted index over the texts of a release, as it is stored: typed arrays, which IndexedDB clones without
 * looking into them. Codes that differ in their seventh
 * character alone are one document, which the words of all of them find.
 */
export interface SearchIndex {
  /** `INDEX_FORMAT` of the program that built it; what another one built is built anew. */
  readonly format: number;
  /** What our own vocabulary was when it was built, see `OurVocabulary.edition`. */
  readonly vocabulary: string;
  /** The words of all texts in their plain form, sorted, one a line. */
  readonly words: string;
  /** For each word its stem: an index into `stemNames`. */
  readonly stems: Uint16Array;
  /** The stems, one a line; behind `DENIED` a stem of words that titles deny. */
  readonly stemNames: string;
  /** Our own terms as phrases, see `packPhrases`. */
  readonly phrases: string;
  /** `offsets[i]` to `offsets[i + 1]` are the bytes in `postings` of the i-th stem. */
  readonly offsets: Uint32Array;
  /** For each stem the texts that have it, as ascending gaps in base-128 (LEB128). */
  readonly postings: Uint8Array;
  /** For each text what its words weigh together, in steps of `MASS_STEP`. */
  readonly masses: Uint8Array;
  readonly documents: Documents;
  /** The texts beside the titles, numbered after them. */
  readonly others: OtherTexts;
}

/** A code with its seventh characters, or a code without any; columns of the same length, in tabular order. */
export interface Documents {
  /** Characters of the code. */
  readonly lengths: Uint8Array;
  /** How many seven-character codes are folded into it. */
  readonly sevenths: Uint8Array;
  /** 1 for a header that has codes below it which are documents of their own, else 0. */
  readonly headers: Uint8Array;
  /** How readily it is meant, see `priorOf`, in steps of 1/200. */
  readonly priors: Uint8Array;
  /** For a header how many documents further on its default stands (`I50` → `I50.9`); 0 where it has none. */
  readonly defaults: Uint16Array;
  /** How many documents further back the first one of its family by sides stands; 0 for the first, and for all without. */
  readonly sides: Uint8Array;
}

/** Columns of the same length. */
export interface OtherTexts {
  readonly documents: Uint32Array;
  /** See `packSource`. */
  readonly sources: Uint32Array;
}

/** Marks the stem of a denied word: `!remiss` has the titles that say “not having achieved remission”. */
export const DENIED = '!';

/** Raise it with every change of the layout, or of how texts become words. */
export const INDEX_FORMAT = 8;
export const MASS_STEP = 0.5;

export const SOURCES = ['inclusion-term', 'includes', 'index-term', 'our-term', 'our-header'] as const;

/** Where a text beside the titles comes from. */
export interface TextSource {
  readonly kind: (typeof SOURCES)[number];
  /** Which of the code's terms of this kind it is; for ours, which of all our terms. */
  readonly nth: number;
  /** For ours, the place of the code among the term's targets. */
  readonly rank: number;
}

/** 3 bits of kind, 3 of rank, 26 of number. */
export function packSource({ kind, nth, rank }: TextSource): number {
  return ((SOURCES.indexOf(kind) << 29) | (Math.min(rank, 7) << 26) | nth) >>> 0;
}

export function unpackSource(packed: number): TextSource {
  return {
    kind: SOURCES[packed >>> 29] ?? 'includes',
    rank: (packed >>> 26) & 7,
    nth: packed & 0x3ffffff,
  };
}

/** Phrases, each a line: its stems with blanks between, tab, which of our terms it is. */
export function packPhrases(phrases: ReadonlyMap<string, readonly number[]>): string {
  return [...phrases].map(([phrase, terms]) => `${phrase}\t${terms.join(',')}`).join('\n');
}

export function unpackPhrases(text: string): Map<string, number[]> {
  if (text === '') return new Map();
  return new Map(
    text.split('\n').map((line) => {
      const [phrase = '', terms = ''] = line.split('\t');
      return [phrase, terms.split(',').map(Number)];
    }),
  );
}

/** What a word says that stands in so many of all texts: rare ones say much. Never 0. */
export function weightOf(texts: number, all: number): number {
  return Math.log(1 + all / Math.max(1, texts));
}

/** Reads the ascending numbers that `encodePostings` wrote between two places. */
export function decodePostings(bytes: Uint8Array, from: number, to: number): Uint32Array {
  const numbers: number[] = [];
  let last = -1;
  for (let at = from; at < to; ) {
    let gap = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    last += gap;
    numbers.push(last);
  }
  return Uint32Array.from(numbers);
}

/** Codes ascending numbers as gaps; the first is counted from -1, so that no gap is 0. */
export function encodePostings(numbers: readonly number[]): number[] {
  const bytes: number[] = [];
  let last = -1;
  for (const number of numbers) {
    let gap = number - last;
    last = number;
    while (gap > 127) {
      bytes.push((gap & 127) | 128);
      gap >>= 7;
    }
    bytes.push(gap);
  }
  return bytes;
}
