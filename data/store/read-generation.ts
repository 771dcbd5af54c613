import { decodeTerms, type IndexTerms } from '../index-terms';
import type { Outline, Shard } from '../release';
import { decodeShard } from '../shard';
import { currentGeneration } from './current-generation';
import type { Database, StoredGeneration } from './database';
import { reading } from './transactions';

/** A stored release as a whole, decoded. */
export interface ReadGeneration extends StoredGeneration {
  readonly outline: Outline;
  readonly shards: readonly Shard[];
  readonly terms: IndexTerms;
}

/**
 * Reads the current generation, with all that it holds.
 * @returns null when there is none
 * @throws Error when it is not complete
 */
export async function readCurrentGeneration(database: Database): Promise<ReadGeneration | null> {
  const generation = await currentGeneration(database);
  if (!generation) return null;
  const { id } = generation;
  const range = IDBKeyRange.bound([id], [id, []]);
  const transaction = reading(database, ['outlines', 'shards', 'terms']);
  const [outline, keys, texts, terms] = await Promise.all([
    transaction.objectStore('outlines').get(id),
    transaction.objectStore('shards').getAllKeys(range),
    transaction.objectStore('shards').getAll(range),
    transaction.objectStore('terms').getAll(range),
  ]);
  if (!outline) throw new Error(`generation ${id} is not complete`);
  const byCategory = new Map<string, string>(
    keys.map(([, category], index) => [category, texts[index] ?? '']),
  );
  const shards = outline.categories.map(({ code }) => decodeShard(code, byCategory.get(code) ?? ''));
  return { ...generation, outline, shards, terms: decodeTerms(terms) };
}
