import type { IndexTerms } from '../index-terms';
import { pacer } from '../pacer';
import type { Shard } from '../release';
import { encodePostings, type SearchIndex, type TermIndex } from './index-format';
import { wordsOf } from './words';

/**
 * Builds the index over the titles of a release, given all its shards in tabular order. Works in slices, so that messages are answered in between.
 * @param terms further texts by which codes are found, behind those whose title has the words
 */
export async function buildIndex(
  shards: AsyncIterable<Shard>,
  terms: IndexTerms = new Map(),
): Promise<SearchIndex> {
  const titles = new IndexBuilder();
  const others = new IndexBuilder();
  const positions: number[] = [];
  const pace = pacer();
  for await (const { nodes } of shards) {
    await pace();
    for (const { code, title, billable, position } of nodes) {
      titles.add(position, title, billable);
      for (const term of terms.get(code) ?? []) {
        others.add(positions.length, term, billable);
        positions.push(position);
      }
    }
  }
  if (positions.length === 0) return titles.pack();
  await pace();
  const termIndex: TermIndex = { index: others.pack(), positions: Uint32Array.from(positions) };
  return { ...titles.pack(), terms: termIndex };
}

/** Collects the words of rows that are added in ascending order. */
class IndexBuilder {
  readonly #positionsOf = new Map<string, number[]>();
  readonly #rows: number[] = [];

  add(row: number, text: string, billable: boolean): void {
    const words = new Set(wordsOf(text));
    this.#rows[row] = Math.min(words.size, 127) | (billable ? 128 : 0);
    for (const word of words) {
      const positions = this.#positionsOf.get(word);
      if (positions) positions.push(row);
      else this.#positionsOf.set(word, [row]);
    }
  }

  pack(): SearchIndex {
    const words = [...this.#positionsOf.keys()].sort();
    const coded = words.map((word) => encodePostings(this.#positionsOf.get(word) ?? []));
    const offsets = new Uint32Array(words.length + 1);
    for (const [index, bytes] of coded.entries()) offsets[index + 1] = (offsets[index] ?? 0) + bytes.length;
    const postings = new Uint8Array(offsets[words.length] ?? 0);
    for (const [index, bytes] of coded.entries()) postings.set(bytes, offsets[index]);
    return { words: words.join('\n'), offsets, postings, rows: Uint8Array.from(this.#rows) };
  }
}
