import type { Code } from '../code';
import type { EmbeddedRelease } from '../embedded';
import type { Outline, Release, Shard } from '../release';
import { buildIndex } from '../search/build-index';
import type { SearchIndex } from '../search/index-format';
import { decodeShard } from '../shard';
import type { CodeSource } from '../source';
import { type Database, openDatabase } from './database';
import { dropStrayGenerations, writeGeneration } from './generation';
import { ShardCache } from './shard-cache';

/** Where answers come from at the moment, for the options page. */
export type StoreState =
  | { readonly state: 'stored'; readonly release: Release }
  | { readonly state: 'filling'; readonly release: Release }
  | { readonly state: 'packaged'; readonly release: Release; readonly problem: string | null };

/** Runs a piece of work while no other context of the extension runs one of the same name. */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * The code set as the extension reads it: from the current generation in IndexedDB, and from the packaged
 * release while there is none or it can't be read. Each call decides anew, so a filling that ends or a database
 * that breaks in between is never seen as anything but an answer.
 */
export class ReleaseStore implements CodeSource {
  #database: Promise<Database> | null = null;
  #current: Promise<string | undefined> | null = null;
  #filling: Promise<void> | null = null;
  #problem: string | null = null;
  #index: Promise<SearchIndex> | null = null;
  #building: Promise<SearchIndex> | null = null;
  readonly #shards = new ShardCache();

  /**
   * @param packaged the release that ships in the package
   * @param exclusively `navigator.locks` in a browser
   * @param name the database's name
   */
  constructor(
    private readonly packaged: EmbeddedRelease,
    private readonly exclusively: Exclusively,
    private readonly name = 'dxlens',
  ) {}

  release(): Promise<Release> {
    return this.#read(
      async (database, id) => (await database.get('generations', id))?.release,
      () => this.packaged.release(),
    );
  }

  outline(): Promise<Outline> {
    return this.#read(
      (database, id) => database.get('outlines', id),
      () => this.packaged.outline(),
    );
  }

  async shard(category: Code): Promise<Shard | null> {
    const cached = this.#shards.get(category);
    if (cached) return cached;
    const shard = await this.#readShard(category);
    if (shard) this.#shards.add(shard);
    return shard;
  }

  #readShard(category: Code): Promise<Shard | null> {
    return this.#read(
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

  /** The search index; built from the packaged release where none is stored yet, and then kept. */
  searchIndex(): Promise<SearchIndex> {
    this.#index ??= this.#read(
      (database, id) => database.get('indexes', id),
      () => this.#buildIndex(),
    ).catch((error) => {
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  /**
   * Fills IndexedDB from the packaged release unless it holds that release already. Safe to call at every
   * start and from several contexts. Never throws: a failure is kept for `state`, said on the console, and tried
   * again at the next call.
   */
  fill(): Promise<void> {
    this.#filling ??= this.exclusively('dxlens-fill', () => this.#fill())
      .then(() => {
        this.#problem = null;
      })
      .catch((error: unknown) => this.#fallBack('filling the database failed', error))
      .finally(() => {
        this.#filling = null;
      });
    return this.#filling;
  }

  async state(): Promise<StoreState> {
    const database = await this.#connection();
    const id = database && (await this.#currentId(database));
    const release = await this.release();
    if (id) return { state: 'stored', release };
    return this.#filling
      ? { state: 'filling', release }
      : { state: 'packaged', release, problem: this.#problem };
  }

  async #fill(): Promise<void> {
    const database = await this.#connect();
    await dropStrayGenerations(database);
    const release = await this.packaged.release();
    const current = await database.get('pointers', 'current');
    const stored = current && (await database.get('generations', current));
    if (stored && stored.release.hash === release.hash) return;
    const start = performance.now();

    await writeGeneration(database, {
      release,
      outline: await this.packaged.outline(),
      outlineText: await this.packaged.outlineText(),
      shardTexts: () => this.packaged.shardTexts(),
      // Before the first filling a search may have built it already.
      searchIndex: () => (current ? this.#buildIndex() : this.searchIndex()),
    });
    // Read by `npm run bench`.
    performance.measure('dxlens-fill', { start });
    this.#current = null;
    this.#index = null;
    this.#shards.clear();
    await dropStrayGenerations(database);
  }

  /** A search that comes while the database is being filled waits for the same index, not for a second one. */
  #buildIndex(): Promise<SearchIndex> {
    this.#building ??= buildIndex(this.packaged.shards()).finally(() => {
      this.#building = null;
    });
    return this.#building;
  }

  async #read<T>(
    stored: (database: Database, generation: string) => Promise<T | undefined>,
    packaged: () => Promise<T>,
  ): Promise<T> {
    const database = await this.#connection();
    if (!database) return packaged();
    try {
      const id = await this.#currentId(database);
      const value = id && (await stored(database, id));
      if (value !== undefined && value !== '') return value;
      if (id) throw new Error(`generation ${id} lacks what was asked of it`);
    } catch (error) {
      this.#fallBack('reading the database failed', error);
      this.#current = null;
    }
    return packaged();
  }

  /** The connection, or null where there is none to be had: the reason is kept and said. */
  #connection(): Promise<Database | null> {
    return this.#connect().catch((error: unknown) => {
      this.#fallBack('opening the database failed', error);
      return null;
    });
  }

  #connect(): Promise<Database> {
    this.#database ??= openDatabase(this.name, () => this.#disconnect()).catch((error) => {
      this.#disconnect();
      throw error;
    });
    return this.#database;
  }

  #disconnect(): void {
    this.#database = null;
    this.#current = null;
  }

  #currentId(database: Database): Promise<string | undefined> {
    this.#current ??= database.get('pointers', 'current').then((id) => {
      if (!id) this.#current = null;
      return id;
    });
    return this.#current;
  }

  #fallBack(what: string, error: unknown): void {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (this.#problem !== reason) console.warn(`Dx Lens: ${what}, answering from the package (${reason})`);
    this.#problem = reason;
  }
}
