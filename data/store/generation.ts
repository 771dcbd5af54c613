import type { ShardText } from '../embedded';
import { countTerms, decodeTerms, type TermsText } from '../index-terms';
import type { Outline, Release } from '../release';
import { releaseHash } from '../release-hash';
import type { SearchIndex } from '../search/index-format';
import { decodeShard } from '../shard';
import { atomically } from './atomically';
import { ALL_STORES, type Database, type Origin } from './database';
import { makeCurrent } from './pointers';
import { reading } from './transactions';

/** Something that a generation can be written from. */
export interface GenerationContent {
  readonly release: Release;
  readonly origin: Origin;
  /** The hash of the release in the package, which has been considered when this one is made current. */
  readonly packagedHash: string;
  readonly outline: Outline;
  /** The outline as it was hashed. */
  readonly outlineText: string;
  /** All shards in tabular order. */
  shardTexts(): AsyncIterable<ShardText>;
  /** The alphabetic index's terms; none where the release has no index. */
  readonly terms?: readonly TermsText[];
  /** Builds the search index; called once, after the shards are written. */
  searchIndex(): Promise<SearchIndex>;
}

/**
 * Awaited between batches; what it throws ends the writing.
 * @param share how much is written and proved, from 0 to 1
 */
export type BetweenBatches = (share: number) => Promise<void>;

/** Categories written in one transaction: some 10 ms of work, so that lookups come in between. */
const BATCH = 100;

/**
 * Writes a release as a new generation, proves it by reading it back, and makes it the current one in a single
 * transaction. Stopped at any point before that, it leaves the current generation as it was.
 * @returns the id of the generation
 * @throws DOMException `QuotaExceededError` when the disk is full; Error when what was read back is not what
 *   the release's manifest says. Both leave no trace of the new generation.
 */
export async function writeGeneration(
  database: Database,
  content: GenerationContent,
  between: BetweenBatches = async () => undefined,
): Promise<string> {
  const { release, origin, outline } = content;
  const id = `${release.fiscalYear}-${crypto.randomUUID()}`;
  const categories = outline.categories.length;
  try {
    await database.put('generations', { id, release, origin }, id);
    await database.put('outlines', outline, id);
    await writeShards(database, id, content, (written) => between(0.5 * (written / categories)));
    for (const batch of batches(content.terms ?? [])) await writeBatch(database, 'terms', id, batch);
    await prove(database, id, content, (read) => between(0.5 + 0.4 * (read / categories)));
    await database.put('indexes', await content.searchIndex(), id);
    await between(1);
    await makeCurrent(database, id, origin, content.packagedHash);
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
  const transaction = reading(database, ['pointers', 'generations']);
  const pointers = transaction.objectStore('pointers');
  const kept = await Promise.all([pointers.get('current'), pointers.get('previous')]);
  for (const id of await transaction.objectStore('generations').getAllKeys()) {
    if (!kept.includes(id)) await dropGeneration(database, id);
  }
}

async function writeShards(
  database: Database,
  id: string,
  content: GenerationContent,
  between: (written: number) => Promise<void>,
): Promise<void> {
  let batch: ShardText[] = [];
  let written = 0;
  for await (const shard of content.shardTexts()) {
    batch.push(shard);
    if (batch.length < BATCH) continue;
    await writeBatch(database, 'shards', id, batch);
    written += batch.length;
    await between(written);
    batch = [];
  }
  await writeBatch(database, 'shards', id, batch);
}

async function writeBatch(
  database: Database,
  store: 'shards' | 'terms',
  id: string,
  batch: readonly (ShardText | TermsText)[],
): Promise<void> {
  const transaction = database.transaction(store, 'readwrite');
  await atomically(
    transaction,
    batch.map(
      ({ category, text }) =>
        () =>
          transaction.store.put(text, [id, category]),
    ),
  );
}

async function prove(
  database: Database,
  id: string,
  content: GenerationContent,
  between: (read: number) => Promise<void>,
): Promise<void> {
  const { release, outline, outlineText } = content;
  const texts: string[] = [];
  let codes = 0;
  let billable = 0;
  for (const batch of batches(outline.categories)) {
    const { store } = reading(database, ['shards']);
    for (const text of await Promise.all(batch.map(({ code }) => store.get([id, code])))) {
      texts.push(text ?? '');
    }
    for (const [index, { code }] of batch.entries()) {
      const { nodes } = decodeShard(code, texts[texts.length - batch.length + index] ?? '');
      codes += nodes.length;
      billable += nodes.filter((node) => node.billable).length;
    }
    await between(texts.length);
  }
  await proveTerms(database, id, release);
  const hash = await releaseHash(outlineText, texts);
  if (codes !== release.counts.codes || billable !== release.counts.billable || hash !== release.hash) {
    throw new Error(
      `the stored release ${release.name} is not what was written: ${codes} codes, ${billable} billable, hash ${hash}`,
    );
  }
}

async function proveTerms(database: Database, id: string, { name, index }: Release): Promise<void> {
  if (!index) return;
  const stored = countTerms(decodeTerms(await reading(database, ['terms']).store.getAll(rowsOf(id))));
  if (stored === index.terms) return;
  throw new Error(`the stored release ${name} has ${stored} index terms, not ${index.terms} as was written`);
}

async function dropGeneration(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(ALL_STORES, 'readwrite');
  await atomically(transaction, [
    () => transaction.objectStore('generations').delete(id),
    () => transaction.objectStore('outlines').delete(id),
    () => transaction.objectStore('indexes').delete(id),
    () => transaction.objectStore('shards').delete(rowsOf(id)),
    () => transaction.objectStore('terms').delete(rowsOf(id)),
  ]);
}

/** All rows of a generation in the stores that are keyed by generation and category. */
function rowsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
