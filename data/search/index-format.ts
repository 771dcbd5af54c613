/**
 * The inverted index over the titles of a release, as it is stored: typed arrays, which IndexedDB clones
 * without looking into them.
 */
export interface SearchIndex {
  /** The vocabulary, sorted, one word a line. */
  readonly words: string;
  /** `offsets[i]` to `offsets[i + 1]` are the bytes in `postings` of the i-th word. */
  readonly offsets: Uint32Array;
  /** For each word the positions of the titles that have it, as ascending gaps in base-128 (LEB128). */
  readonly postings: Uint8Array;
  /** For each position the number of words in its title (0–127); plus 128 when billable. */
  readonly rows: Uint8Array;
  /** A second index over other texts that name the codes, where there are any. */
  readonly terms?: TermIndex;
}

/** Terms of the alphabetic index. Each is a row of its own, so that all words of a query are found in one term. */
export interface TermIndex {
  readonly index: SearchIndex;
  /** For each row of that index the position of the code that the term leads to. */
  readonly positions: Uint32Array;
}

/** Calls `visit` with the position of each title that has the word (an index into the vocabulary), ascending. */
export function forEachPosting(index: SearchIndex, word: number, visit: (position: number) => void): void {
  const { postings, offsets } = index;
  const end = offsets[word + 1] ?? 0;
  let position = -1;
  for (let at = offsets[word] ?? 0; at < end; ) {
    let gap = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    position += gap;
    visit(position);
  }
}

/** Codes ascending positions as gaps; the first is counted from -1, so that no gap is 0. */
export function encodePostings(positions: readonly number[]): number[] {
  const bytes: number[] = [];
  let last = -1;
  for (const position of positions) {
    let gap = position - last;
    last = position;
    while (gap > 127) {
      bytes.push((gap & 127) | 128);
      gap >>= 7;
    }
    bytes.push(gap);
  }
  return bytes;
}
