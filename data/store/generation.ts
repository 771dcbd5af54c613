import type { ShardText } from '../embedded';
import type { Outline, Release } from '../release';
import { releaseHash } from '../release-hash';
import type { SearchIndex } from '../search/index-format';
import { decodeShard } from '../shard';
import { ALL_STORES, type Database } from './database';

/** Something that a generation can be written from. */
export interface GenerationContent {
  readonly release: Release;
  readonly outline: Outline;
  /** The outline as it was hashed. */
  readonly outlineText: string;
  /** All shards in tabular order. */
  shardTexts(): AsyncIterable<ShardText>;
  /** Builds the search index; called once, after the shards are written. */
  searchIndex(): Promise<SearchIndex>;
}

/** Categories written in one transaction: some 10 ms of work, so that lookups come in between. */
const BATCH = 100;

/**
 * Writes a release as a new generation, proves it by reading it back, and makes it the current one in a single
 * transaction. Stopped at any point before that, it leaves the current generation as it was.
 * @returns the id of the generation
 * @throws DOMException `QuotaExceededError` when the disk is full; Error when what was read back is not what
 *   the release's manifest says. Both leave no trace of the new generation.
 */
export async function writeGeneration(database: Database, content: GenerationContent): Promise<string> {
  const id = `${content.release.fiscalYear}-${crypto.randomUUID()}`;
  try {
    await database.put('generations', { id, release: content.release }, id);
    await database.put('outlines', content.outline, id);
    await writeShards(database, id, content);
    await prove(database, id, content);
    await database.put('indexes', await content.searchIndex(), id);
    await makeCurrent(database, id);
    return id;
  } catch (error) {
    // What can't be dropped now (the connection is gone, say) is a stray for the next filling to drop.
    await dropGeneration(database, id).catch((reason) =>
      console.warn('Dx Lens: left a partial release', reason),
    );
    throw error;
  }
}

/** Removes what earlier, interrupted fillings left behind. Call it only while no other filling runs. */
export async function dropStrayGenerations(database: Database): Promise<void> {
  const kept = new Set([
    await database.get('pointers', 'current'),
    await database.get('pointers', 'previous'),
  ]);
  for (const id of await database.getAllKeys('generations')) {
    if (!kept.has(id)) await dropGeneration(database, id);
  }
}

async function writeShards(database: Database, id: string, content: GenerationContent): Promise<void> {
  let batch: ShardText[] = [];
  for await (const shard of content.shardTexts()) {
    batch.push(shard);
    if (batch.length < BATCH) continue;
    await writeBatch(database, id, batch);
    batch = [];
  }
  await writeBatch(database, id, batch);
}

async function writeBatch(database: Database, id: string, batch: readonly ShardText[]): Promise<void> {
  const transaction = database.transaction('shards', 'readwrite');
  const writes = batch.map(({ category, text }) => transaction.store.put(text, [id, category]));
  await Promise.all([...writes, transaction.done]);
}

async function prove(database: Database, id: string, content: GenerationContent): Promise<void> {
  const { release, outline, outlineText } = content;
  const texts: string[] = [];
  let codes = 0;
  let billable = 0;
  for (const batch of batches(outline.categories)) {
    const { store } = database.transaction('shards');
    for (const text of await Promise.all(batch.map(({ code }) => store.get([id, code])))) {
      texts.push(text ?? '');
    }
    for (const [index, { code }] of batch.entries()) {
      const { nodes } = decodeShard(code, texts[texts.length - batch.length + index] ?? '');
      codes += nodes.length;
      billable += nodes.filter((node) => node.billable).length;
    }
  }
  const hash = await releaseHash(outlineText, texts);
  if (codes !== release.counts.codes || billable !== release.counts.billable || hash !== release.hash) {
    throw new Error(
      `the stored release ${release.name} is not what was written: ${codes} codes, ${billable} billable, hash ${hash}`,
    );
  }
}

async function makeCurrent(database: Database, id: string): Promise<void> {
  const transaction = database.transaction('pointers', 'readwrite');
  const replaced = await transaction.store.get('current');
  if (replaced) transaction.store.put(replaced, 'previous');
  transaction.store.put(id, 'current');
  await transaction.done;
}

async function dropGeneration(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(ALL_STORES, 'readwrite');
  transaction.objectStore('generations').delete(id);
  transaction.objectStore('outlines').delete(id);
  transaction.objectStore('indexes').delete(id);
  transaction.objectStore('shards').delete(IDBKeyRange.bound([id], [id, []]));
  await transaction.done;
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
