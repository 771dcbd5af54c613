import type { Code } from '../code';
import { decodeTerms } from '../index-terms';
import type { CategoryEntry, Shard } from '../release';
import { buildIndex } from '../search/build-index';
import { INDEX_FORMAT, type SearchIndex } from '../search/index-format';
import type { OurVocabulary } from '../search/our-vocabulary';
import { decodeShard } from '../shard';
import { atomically } from './atomically';
import type { Database } from './database';
import { reading, readingAndWriting } from './transactions';

/** Categories read in one transaction. */
const BATCH = 100;

/**
 * The search index of a stored generation. One that another version of the extension built, with other rules or
 * other terms of ours, is built anew from the generation, and kept if the disk has room for it.
 * @returns undefined when the generation is gone or not whole
 */
export async function storedIndex(
  database: Database,
  id: string,
  ours: OurVocabulary,
): Promise<SearchIndex | undefined> {
  const index = await reading(database, ['indexes']).store.get(id);
  if (index && index.format === INDEX_FORMAT && index.vocabulary === ours.edition) return index;
  const outline = await reading(database, ['outlines']).store.get(id);
  if (!outline) return undefined;
  const terms = await reading(database, ['terms']).store.getAll(IDBKeyRange.bound([id], [id, []]));
  const built = await buildIndex(storedShards(database, id, outline.categories), ours, decodeTerms(terms));
  await keep(database, id, built).catch((reason) =>
    console.warn('Dx Lens: the search index could not be stored, and is built anew each time', reason),
  );
  return built;
}

async function* storedShards(
  database: Database,
  id: string,
  categories: readonly CategoryEntry[],
): AsyncGenerator<Shard> {
  for (let from = 0; from < categories.length; from += BATCH) {
    const { store } = reading(database, ['shards']);
    const batch = categories.slice(from, from + BATCH).map(({ code }) => code);
    const texts = await Promise.all(batch.map((code) => store.get([id, code])));
    for (const [at, text] of texts.entries()) yield decodeShard(batch[at] as Code, text ?? '');
  }
}

/** Stores the index, unless the generation was dropped meanwhile. */
async function keep(database: Database, id: string, index: SearchIndex): Promise<void> {
  const transaction = readingAndWriting(database, ['generations', 'indexes']);
  await atomically(transaction, [
    async () => {
      const known = await transaction.objectStore('generations').getKey(id);
      return known === undefined ? undefined : transaction.objectStore('indexes').put(index, id);
    },
  ]);
}
