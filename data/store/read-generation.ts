import { decodeTerms, type IndexTerms } from '../index-terms';
import type { Outline, Shard } from '../release';
import { decodeShard } from '../shard';
import type { Database, StoredGeneration } from './database';

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
  const id = await database.get('pointers', 'current');
  if (!id) return null;
  const range = IDBKeyRange.bound([id], [id, []]);
  const [generation, outline, keys, texts, terms] = await Promise.all([
    database.get('generations', id),
    database.get('outlines', id),
    database.getAllKeys('shards', range),
    database.getAll('shards', range),
    database.getAll('terms', range),
  ]);
  if (!generation || !outline) throw new Error(`generation ${id} is not complete`);
  const byCategory = new Map<string, string>(
    keys.map(([, category], index) => [category, texts[index] ?? '']),
  );
  const shards = outline.categories.map(({ code }) => decodeShard(code, byCategory.get(code) ?? ''));
  return { ...generation, outline, shards, terms: decodeTerms(terms) };
}
