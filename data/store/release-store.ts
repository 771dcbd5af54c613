import type { Code } from '../code';
import type { EmbeddedRelease } from '../embedded';
import { decodeTerms, type IndexTerms } from '../index-terms';
import type { Outline, Release, Shard } from '../release';
import { buildIndex } from '../search/build-index';
import type { SearchIndex } from '../search/index-format';
import type { OurVocabulary } from '../search/our-vocabulary';
import { decodeShard } from '../shard';
import type { CodeSource } from '../source';
import { cached } from './cached-source';
import { Connection } from './connection';
import type { Database } from './database';
import { dropStrayGenerations, writeGeneration } from './generation';
import { swapGenerations } from './pointers';
import { ShardCache } from './shard-cache';
import { outranks, type StoreState, storedState } from './store-state';
import { storedIndex } from './stored-index';
import { reading } from './transactions';

export type { StoreState } from './store-state';

/** Runs a piece of work while no other context of the extension runs one of the same name. */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The name of the lock under which generations are written and switched. */
export const FILL_LOCK = 'dxlens-fill';

/** What is kept in memory of one generation, so that nothing of it outlives a switch. */
interface Kept {
  readonly id: string;
  readonly shards: ShardCache;
  index: Promise<SearchIndex | undefined> | null;
}

/**
 * The code set as the extension reads it: from the current generation in IndexedDB, and from the packaged
 * release while there is none or the database can't be used. A release of other content than the packaged one that
 * can't be read is an error, and no call throws otherwise but where the package can't be read either.
 */
export class ReleaseStore implements CodeSource {
  readonly #connection: Connection;
  #filling: Promise<void> | null = null;
  #kept: Kept | null = null;
  #packagedShards: CodeSource;
  #packagedIndex: Promise<SearchIndex> | null = null;

  /**
   * @param packaged the release that ships in the package
   * @param exclusively `navigator.locks` in a browser
   * @param ours the terms of ours that are searched with the official ones
   * @param name the database's name
   */
  constructor(
    private readonly packaged: EmbeddedRelease,
    private readonly exclusively: Exclusively,
    private readonly ours: () => Promise<OurVocabulary>,
    name = 'dxlens',
  ) {
    this.#connection = new Connection(name, () => packaged.release());
    this.#packagedShards = cached(packaged);
  }

  release(): Promise<Release> {
    return this.#connection.read(
      async (_database, { release }) => release,
      () => this.packaged.release(),
    );
  }

  outline(): Promise<Outline> {
    return this.#connection.read(
      (database, { id }) => reading(database, ['outlines']).store.get(id),
      () => this.packaged.outline(),
    );
  }

  shard(category: Code): Promise<Shard | null> {
    return this.#connection.read(
      async (database, { id }) => {
        const { shards } = this.#keptOf(id);
        const shard = shards.get(category) ?? (await readShard(database, id, category));
        if (shard) shards.add(shard);
        return shard;
      },
      () => this.#packagedShards.shard(category),
    );
  }

  /** The alphabetic index's terms of a category; none where the release in use has no such index. */
  terms(category: Code): Promise<IndexTerms> {
    return this.#connection.read<IndexTerms>(
      async (database, { id }) => {
        const transaction = reading(database, ['terms', 'generations']);
        const text = await transaction.objectStore('terms').get([id, category]);
        if (text !== undefined) return decodeTerms([text]);
        // A category without terms, unless another context has dropped them.
        const known = await transaction.objectStore('generations').getKey(id);
        return known === undefined ? undefined : decodeTerms([]);
      },
      async () => new Map(),
    );
  }

  /** The search index; built from the packaged release where none is stored yet, and then kept. */
  async searchIndex(): Promise<SearchIndex> {
    const ours = await this.ours();
    return this.#connection.read(
      (database, { id }) => this.#storedIndex(database, id, ours),
      () => this.#indexOfPackage(),
    );
  }

  /**
   * Fills IndexedDB from the packaged release unless it holds that release already, or one that the user chose
   * since. Safe to call at every start and from several contexts. Never throws: a failure is kept for `state`,
   * said on the console, and tried again at the next call.
   */
  fill(): Promise<void> {
    this.#filling ??= this.exclusively(FILL_LOCK, () => this.#fill())
      .then(() => this.#connection.clearProblem())
      .catch((error: unknown) => this.#connection.fallBack('filling the database failed', error))
      .finally(() => {
        this.#filling = null;
      });
    return this.#filling;
  }

  /**
   * Goes back to the previous release, which then is the one to go back from.
   * @throws Error when there is none; DOMException when the database can't be used
   */
  async goBack(): Promise<void> {
    await this.exclusively(FILL_LOCK, async () => swapGenerations(await this.#connection.open()));
    this.forget();
  }

  /** Drops what is kept in memory: another context has switched the release. */
  forget(): void {
    this.#connection.forgetCurrent();
    this.#kept = null;
    this.#packagedShards = cached(this.packaged);
    this.#packagedIndex = null;
  }

  /** @throws Error when the release in use can't be read, and is not the package's */
  state(): Promise<StoreState> {
    return this.#connection.read<StoreState>(
      (database, generation) => storedState(database, generation, this.#connection.problem),
      async () => {
        const release = await this.packaged.release();
        return this.#filling
          ? { state: 'filling', release }
          : { state: 'packaged', release, problem: this.#connection.problem };
      },
    );
  }

  async #fill(): Promise<void> {
    // Read meanwhile, since lookups wait for both at the first start.
    const [database, release] = await Promise.all([this.#connection.open(), this.packaged.release()]);
    await dropStrayGenerations(database);
    const transaction = reading(database, ['pointers', 'generations']);
    const pointers = transaction.objectStore('pointers');
    const [current, considered] = await Promise.all([pointers.get('current'), pointers.get('packaged')]);
    // Where the pointer leads nowhere, this filling mends it.
    const stored = current && (await transaction.objectStore('generations').get(current));
    if (stored && (considered === release.hash || outranks(stored, release))) {
      if (considered !== release.hash) await database.put('pointers', release.hash, 'packaged');
      return;
    }
    const start = performance.now();

    await writeGeneration(database, {
      release,
      origin: 'packaged',
      packagedHash: release.hash,
      outline: await this.packaged.outline(),
      outlineText: await this.packaged.outlineText(),
      shardTexts: () => this.packaged.shardTexts(),
      // Before the first filling a search may have built it already.
      searchIndex: () => this.#indexOfPackage(),
    });
    // Read by `npm run bench`.
    performance.measure('dxlens-fill', { start });
    this.forget();
    await dropStrayGenerations(database);
  }

  #keptOf(id: string): Kept {
    if (this.#kept?.id !== id) this.#kept = { id, shards: new ShardCache(), index: null };
    return this.#kept;
  }

  #storedIndex(database: Database, id: string, ours: OurVocabulary): Promise<SearchIndex | undefined> {
    const kept = this.#keptOf(id);
    const giveUp = () => {
      kept.index = null;
    };
    if (!kept.index) {
      kept.index = storedIndex(database, id, ours);
      kept.index.then((index) => index ?? giveUp(), giveUp);
    }
    return kept.index;
  }

  /** A search that comes while the database is being filled waits for the same index, not for a second one. */
  #indexOfPackage(): Promise<SearchIndex> {
    this.#packagedIndex ??= this.ours()
      .then((ours) => buildIndex(this.packaged.shards(), ours))
      .catch((error) => {
        this.#packagedIndex = null;
        throw error;
      });
    return this.#packagedIndex;
  }
}

/** @returns null when the release has no such category; undefined when the generation is not whole */
async function readShard(database: Database, id: string, category: Code): Promise<Shard | null | undefined> {
  const transaction = reading(database, ['shards', 'outlines']);
  const text = await transaction.objectStore('shards').get([id, category]);
  if (text !== undefined) return decodeShard(category, text);
  // The outline, not the shards, says which categories there are.
  const outline = await transaction.objectStore('outlines').get(id);
  return outline && !outline.categories.some(({ code }) => code === category) ? null : undefined;
}
