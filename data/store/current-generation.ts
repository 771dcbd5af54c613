import type { Database, StoredGeneration } from './database';
import { reading } from './transactions';

/**
 * The generation in use, of which pointer and manifest are read in one transaction.
 * @returns undefined while there is none
 * @throws Error when the pointer leads nowhere
 */
export async function currentGeneration(database: Database): Promise<StoredGeneration | undefined> {
  const transaction = reading(database, ['pointers', 'generations']);
  const id = await transaction.objectStore('pointers').get('current');
  if (!id) return undefined;
  const generation = await transaction.objectStore('generations').get(id);
  if (!generation) throw new Error(`generation ${id} has no manifest`);
  return generation;
}
