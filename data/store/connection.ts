import { type Database, openDatabase } from './database';

/**
 * The connection to the database and the generation in use. Each reading decides anew where it is answered from,
 * so a switch, or a database that breaks in between, is never seen as anything but an answer.
 */
export class Connection {
  #database: Promise<Database> | null = null;
  #current: Promise<string | undefined> | null = null;
  #problem: string | null = null;

  /** @param name the database's name */
  constructor(private readonly name: string) {}

  /** Why answers come from the package, where the database can't be used; else null. */
  get problem(): string | null {
    return this.#problem;
  }

  clearProblem(): void {
    this.#problem = null;
  }

  /**
   * Reads from the current generation, or else from the package.
   * @param stored gives undefined when the generation lacks what was asked of it
   */
  async read<T>(
    stored: (database: Database, generation: string) => Promise<T | undefined>,
    packaged: () => Promise<T>,
  ): Promise<T> {
    const database = await this.openOrNull();
    if (!database) return packaged();
    try {
      const id = await this.currentId(database);
      const value = id && (await this.#readTwice(database, id, stored));
      if (value !== undefined && value !== '') return value;
      if (id) throw new Error(`generation ${id} lacks what was asked of it`);
    } catch (error) {
      this.fallBack('reading the database failed', error);
      this.forgetCurrent();
    }
    return packaged();
  }

  /** The connection, or null where there is none to be had: the reason is kept and said. */
  openOrNull(): Promise<Database | null> {
    return this.open().catch((error: unknown) => {
      this.fallBack('opening the database failed', error);
      return null;
    });
  }

  /** @throws what `openDatabase` throws; the next call tries again */
  open(): Promise<Database> {
    this.#database ??= openDatabase(this.name, () => this.#disconnect()).catch((error) => {
      this.#disconnect();
      throw error;
    });
    return this.#database;
  }

  currentId(database: Database): Promise<string | undefined> {
    this.#current ??= database.get('pointers', 'current').then((id) => {
      if (!id) this.#current = null;
      return id;
    });
    return this.#current;
  }

  /** The next reading asks which generation is current. */
  forgetCurrent(): void {
    this.#current = null;
  }

  /** Keeps a failure for `problem`, and says it once. */
  fallBack(what: string, error: unknown): void {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (this.#problem !== reason) console.warn(`Dx Lens: ${what}, answering from the package (${reason})`);
    this.#problem = reason;
  }

  /** Another context may have switched and dropped the generation: then the new one is read. */
  async #readTwice<T>(
    database: Database,
    id: string,
    stored: (database: Database, generation: string) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const value = await stored(database, id);
    if (value !== undefined) return value;
    this.forgetCurrent();
    const now = await this.currentId(database);
    return now && now !== id ? stored(database, now) : undefined;
  }

  #disconnect(): void {
    this.#database = null;
    this.#current = null;
  }
}
