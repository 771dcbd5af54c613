import type { Code } from '../code';
import type { EmbeddedRelease } from '../embedded';
import { decodeTerms, type IndexTerms } from '../index-terms';
import type { Outline, Release, Shard } from '../release';
import { buildIndex } from '../search/build-index';
import type { SearchIndex } from '../search/index-format';
import type { OurVocabulary } from '../search/our-vocabulary';
import { decodeShard } from '../shard';
import type { CodeSource } from '../source';
import { Connection } from './connection';
import { dropStrayGenerations, writeGeneration } from './generation';
import { swapGenerations } from './pointers';
import { ShardCache } from './shard-cache';
import { outranks, type StoreState, storedState } from './store-state';
import { storedIndex } from './stored-index';

export type { StoreState } from './store-state';

/** Runs a piece of work while no other context of the extension runs one of the same name. */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The name of the lock under which generations are written and switched. */
export const FILL_LOCK = 'dxlens-fill';

/**
 * The code set as the extension reads it: from the current generation in IndexedDB, and from the packaged
 * release while there is none or it can't be read.
 */
export class ReleaseStore implements CodeSource {
  readonly #connection: Connection;
  #filling: Promise<void> | null = null;
  #index: Promise<SearchIndex> | null = null;
  #building: Promise<SearchIndex> | null = null;
  readonly #shards = new ShardCache();
  /** Counts the switches: what was read before one is not kept after it. */
  #switches = 0;

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
    this.#connection = new Connection(name);
  }

  release(): Promise<Release> {
    return this.#connection.read(
      async (database, id) => (await database.get('generations', id))?.release,
      () => this.packaged.release(),
    );
  }

  outline(): Promise<Outline> {
    return this.#connection.read(
      (database, id) => database.get('outlines', id),
      () => this.packaged.outline(),
    );
  }

  async shard(category: Code): Promise<Shard | null> {
    const cached = this.#shards.get(category);
    if (cached) return cached;
    const switches = this.#switches;
    const shard = await this.#readShard(category);
    if (shard && switches === this.#switches) this.#shards.add(shard);
    return shard;
  }

  #readShard(category: Code): Promise<Shard | null> {
    return this.#connection.read(
      async (database, id) => {
        const text = await database.get('shards', [id, category]);
        if (text !== undefined) return decodeShard(category, text);
        // The release may have no such category; the outline, not the shards, says so.
        const outline = await database.get('outlines', id);
        return outline && !outline.categories.some(({ code }) => code === category) ? null : undefined;
      },
      () => this.packaged.shard(category),
    );
  }

  /** The alphabetic index's terms of a category; none where the release in use has no such index. */
  terms(category: Code): Promise<IndexTerms> {
    return this.#connection.read<IndexTerms>(
      async (database, id) => {
        const text = await database.get('terms', [id, category]);
        return decodeTerms(text === undefined ? [] : [text]);
      },
      async () => new Map(),
    );
  }

  /** The search index; built from the packaged release where none is stored yet, and then kept. */
  searchIndex(): Promise<SearchIndex> {
    this.#index ??= this.#connection
      .read(
        async (database, id) => storedIndex(database, id, await this.ours()),
        () => this.#buildIndex(),
      )
      .catch((error) => {
        this.#index = null;
        throw error;
      });
    return this.#index;
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
    this.#switches += 1;
    this.#connection.forgetCurrent();
    this.#index = null;
    this.#shards.clear();
  }

  async state(): Promise<StoreState> {
    const release = await this.release();
    const database = await this.#connection.openOrNull();
    const id = database && (await this.#connection.currentId(database));
    if (id) return storedState(database, id, release);
    return this.#filling
      ? { state: 'filling', release }
      : { state: 'packaged', release, problem: this.#connection.problem };
  }

  async #fill(): Promise<void> {
    // Read meanwhile, since lookups wait for both at the first start.
    const [database, release] = await Promise.all([this.#connection.open(), this.packaged.release()]);
    await dropStrayGenerations(database);
    const [current, considered] = await Promise.all([
      database.get('pointers', 'current'),
      database.get('pointers', 'packaged'),
    ]);
    const stored = current && (await database.get('generations', current));
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
      searchIndex: () => (current ? this.#buildIndex() : this.searchIndex()),
    });
    // Read by `npm run bench`.
    performance.measure('dxlens-fill', { start });
    this.forget();
    await dropStrayGenerations(database);
  }

  /** A search that comes while the database is being filled waits for the same index, not for a second one. */
  #buildIndex(): Promise<SearchIndex> {
    this.#building ??= this.ours()
      .then((ours) => buildIndex(this.packaged.shards(), ours))
      .finally(() => {
        this.#building = null;
      });
    return this.#building;
  }
}
