import { pacer } from '../pacer';
import type { Shard } from '../release';
import { encodePostings, type SearchIndex } from './index-format';
import { wordsOf } from './words';

/**
 * Builds the index over the titles of a release, given all its shards in tabular order. Works in slices, so that messages are answered in between.
 */
export async function buildIndex(shards: AsyncIterable<Shard>): Promise<SearchIndex> {
  const positionsOf = new Map<string, number[]>();
  const rows: number[] = [];
  const pace = pacer();
  for await (const { nodes } of shards) {
    await pace();
    for (const { title, billable, position } of nodes) {
      const words = new Set(wordsOf(title));
      rows[position] = Math.min(words.size, 127) | (billable ? 128 : 0);
      for (const word of words) {
        const positions = positionsOf.get(word);
        if (positions) positions.push(position);
        else positionsOf.set(word, [position]);
      }
    }
  }
  return pack(positionsOf, rows);
}

function pack(positionsOf: ReadonlyMap<string, readonly number[]>, rows: readonly number[]): SearchIndex {
  const words = [...positionsOf.keys()].sort();
  const coded = words.map((word) => encodePostings(positionsOf.get(word) ?? []));
  const offsets = new Uint32Array(words.length + 1);
  for (const [index, bytes] of coded.entries()) offsets[index + 1] = (offsets[index] ?? 0) + bytes.length;
  const postings = new Uint8Array(offsets[words.length] ?? 0);
  for (const [index, bytes] of coded.entries()) postings.set(bytes, offsets[index]);
  return { words: words.join('\n'), offsets, postings, rows: Uint8Array.from(rows) };
}
