import { type Edition, editionOf, isOlder } from '../edition';
import type { EmbeddedRelease } from '../embedded';
import { encodeTerms } from '../index-terms';
import type { Release, Shard } from '../release';
import { buildIndex } from '../search/build-index';
import type { SearchIndex } from '../search/index-format';
import type { OurVocabulary } from '../search/our-vocabulary';
import { type Database, openDatabase } from '../store/database';
import { dropStrayGenerations, writeGeneration } from '../store/generation';
import { readCurrentGeneration } from '../store/read-generation';
import { type Exclusively, FILL_LOCK } from '../store/release-store';
import { reading } from '../store/transactions';
import { type ImportedRelease, importRelease, withEdition } from './import-release';
import type { PresentRelease } from './present';
import type { ImportReport } from './report';
import type { GivenFile } from './unpack';
import { Work, type WorkOptions } from './work';

interface Ready {
  readonly imported: ImportedRelease;
  readonly index: SearchIndex;
}

/** What the user confirms with “Use this release”. */
export interface Confirmed {
  readonly edition: Edition;
  /** That the release may be older than the one in use. */
  readonly older: boolean;
}

/**
 * One import: the files are read and reported on, which changes nothing; then, if the user wants it, what was
 * read is stored and made current.
 */
export class ImportSession {
  #ready: Ready | null = null;
  /** The id of the generation in use when the files were read, where it could not be read itself. */
  #unreadable: string | undefined;

  /**
   * @param packaged the release that ships in the package, for a database that is not filled yet
   * @param exclusively `navigator.locks` in a browser
   * @param ours the terms of ours that are searched with the official ones
   * @param name the database's name
   */
  constructor(
    private readonly packaged: EmbeddedRelease,
    private readonly exclusively: Exclusively,
    private readonly ours: () => Promise<OurVocabulary>,
    private readonly name = 'dxlens',
  ) {}

  /**
   * Reads official files, completes and checks the release, and builds its search index.
   * @throws FormatError when they can't be used; the signal's reason when cancelled
   */
  async read(files: readonly GivenFile[], options: WorkOptions = {}): Promise<ImportReport> {
    this.#ready = null;
    const work = new Work(options);
    const imported = await importRelease(files, await this.#present(), work);
    const index = await buildIndex(paced(imported.decoded, work), await this.ours(), imported.terms);
    await work.step('indexing', 1);
    this.#ready = { imported, index };
    return imported.report;
  }

  /**
   * Stores what was read and makes it the current release. Until the last moment the present one stays current.
   * @throws Error when nothing was read, the release is older and that was not confirmed, or another tab has
   *   switched meanwhile; DOMException `QuotaExceededError` when the disk is full; the signal's reason
   */
  async use({ edition, older }: Confirmed, options: WorkOptions = {}): Promise<Release> {
    const ready = this.#ready;
    if (!ready) throw new Error('no release was read');
    const { report } = ready.imported;
    if (isOlder(edition, editionOf(report.present)) && !older)
      throw new Error(`this release is older than ${report.present.name}, and that was not confirmed`);
    const work = new Work(options);
    const release = withEdition(report.release, edition);
    return this.exclusively(FILL_LOCK, async () => {
      options.signal?.throwIfAborted();
      const database = await this.#open();
      try {
        await this.#assertUnchanged(database, report.present);
        await this.#write(database, release, ready, work);
      } finally {
        database.close();
      }
      return release;
    });
  }

  async #write(database: Database, release: Release, { imported, index }: Ready, work: Work): Promise<void> {
    const packaged = await this.packaged.release();
    await dropStrayGenerations(database);
    await writeGeneration(
      database,
      {
        release,
        origin: 'imported',
        packagedHash: packaged.hash,
        outline: imported.outline,
        outlineText: imported.outlineText,
        shardTexts: () => each(imported.shards),
        terms: encodeTerms(imported.terms),
        searchIndex: async () => index,
      },
      (share) => work.step('writing', share),
    );
  }

  /**
   * What files lack comes from the release that was in use when they were read: it must still be. One that could not be
   * read is replaced all the same, or else nothing could mend it.
   */
  async #assertUnchanged(database: Database, present: Release): Promise<void> {
    const id = await database.get('pointers', 'current');
    const current = id && (await database.get('generations', id));
    if (!current || current.release.hash === present.hash || id === this.#unreadable) return;
    throw new Error(
      `meanwhile another tab has switched to ${current.release.name}: read the files again to compare them with it`,
    );
  }

  async #present(): Promise<PresentRelease> {
    const stored = await this.#readStored();
    if (stored) return stored;
    const { packaged } = this;
    const shards: Shard[] = [];
    for await (const shard of packaged.shards()) shards.push(shard);
    return { release: await packaged.release(), outline: await packaged.outline(), shards, terms: new Map() };
  }

  async #readStored(): Promise<PresentRelease | null> {
    let database: Database | null = null;
    this.#unreadable = undefined;
    try {
      database = await this.#open();
      this.#unreadable = await reading(database, ['pointers']).store.get('current');
      const read = await readCurrentGeneration(database);
      this.#unreadable = undefined;
      return read;
    } catch (error) {
      // Answers come from the package then, so the files are compared with it.
      console.warn('Dx Lens: the stored release can’t be read, comparing with the packaged one', error);
      return null;
    } finally {
      database?.close();
    }
  }

  #open(): Promise<Database> {
    return openDatabase(this.name, () => console.warn('Dx Lens: the database was closed during an import'));
  }
}

async function* paced(shards: readonly Shard[], work: Work): AsyncGenerator<Shard> {
  for (const [index, shard] of shards.entries()) {
    await work.step('indexing', index / shards.length);
    yield shard;
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
