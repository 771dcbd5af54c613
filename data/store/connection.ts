import type { Release } from '../release';
import { currentGeneration } from './current-generation';
import { type Database, HeldElsewhere, openDatabase, type StoredGeneration } from './database';

/**
 * How long it is taken for granted which generation is current, in milliseconds. Whoever switches says so, but a page
 * that is closed right after its import can't any more.
 */
const ASK_AGAIN = 1000;

/** Reads from a generation; gives undefined when that lacks what was asked of it. */
type ReadStored<T> = (database: Database, generation: StoredGeneration) => Promise<T | undefined>;

type Attempt<T> =
  | { readonly is: 'read'; readonly value: T }
  /** No generation, or no database that could have one. */
  | { readonly is: 'none' }
  /** `generation` is absent where it could not be told which is current. */
  | { readonly is: 'failed'; readonly generation: StoredGeneration | undefined; readonly reason: unknown };

/**
 * The connection to the database and the generation in use. Each reading decides anew where it is answered from,
 * so a switch, or a database that breaks in between, is never seen as anything but an answer or an error.
 */
export class Connection {
  #database: Promise<Database> | null = null;
  #current: Promise<StoredGeneration | undefined> | null = null;
  /** When `#current` was asked for, by `performance.now()`. */
  #askedAt = 0;
  #problem: string | null = null;

  /**
   * @param name the database's name
   * @param packaged the manifest of the release in the package
   */
  constructor(
    private readonly name: string,
    private readonly packaged: () => Promise<Release>,
  ) {}

  /** What failed last since the database was found to be filled; else null. */
  get problem(): string | null {
    return this.#problem;
  }

  clearProblem(): void {
    this.#problem = null;
  }

  /**
   * Reads from the current generation, or else from the package: while there is no generation, while the database
   * can't be used, and when what could not be read is the package's own release.
   * @throws Error when it is another release: what the package says would be taken for an answer of that
   */
  async read<T>(stored: ReadStored<T>, packaged: () => Promise<T>): Promise<T> {
    const first = await this.#attempt(stored);
    if (first.is === 'read') return first.value;
    if (first.is === 'none') return packaged();
    // Another context may have switched and dropped the generation, or the browser has closed the connection.
    const second = await this.#attempt(stored);
    if (second.is === 'read') return second.value;
    const { generation = first.generation, reason } = second.is === 'failed' ? second : first;
    await this.#mayStandIn(generation, reason);
    return packaged();
  }

  /** The connection, or null where there is none to be had: the reason is kept and said. */
  openOrNull(): Promise<Database | null> {
    return this.open().catch((error: unknown) => {
      this.fallBack('opening the database failed', error);
      return null;
    });
  }

  /** @throws what `openDatabase` throws; the next call tries again, or is refused while another version holds it */
  open(): Promise<Database> {
    this.#database ??= openDatabase(
      this.name,
      () => this.#disconnect(),
      (late) => {
        this.#database = Promise.resolve(late);
      },
    ).catch((error) => {
      // Requests to open queue up: a second one would wait for the first, instead of being refused as well.
      if (!(error instanceof HeldElsewhere)) this.#disconnect();
      throw error;
    });
    return this.#database;
  }

  /** The next reading asks which generation is current. */
  forgetCurrent(): void {
    this.#current = null;
  }

  /** Keeps a failure for `problem`, and says it once. */
  fallBack(what: string, error: unknown): void {
    this.#say(`${what}, answering from the package`, error);
  }

  async #attempt<T>(stored: ReadStored<T>): Promise<Attempt<T>> {
    const database = await this.openOrNull();
    if (!database) return { is: 'none' };
    let generation: StoredGeneration | undefined;
    try {
      generation = await this.#currentIn(database);
      if (!generation) return { is: 'none' };
      const value = await stored(database, generation);
      if (value !== undefined) return { is: 'read', value };
      throw new Error(`generation ${generation.id} lacks what was asked of it`);
    } catch (reason) {
      this.forgetCurrent();
      return { is: 'failed', generation, reason };
    }
  }

  /** Kept for a while; not where there is none yet, or where asking failed. */
  #currentIn(database: Database): Promise<StoredGeneration | undefined> {
    const now = performance.now();
    if (this.#current && now - this.#askedAt < ASK_AGAIN) return this.#current;
    const asked = currentGeneration(database);
    const giveUp = () => {
      if (this.#current === asked) this.#current = null;
    };
    asked.then((generation) => generation ?? giveUp(), giveUp);
    this.#current = asked;
    this.#askedAt = now;
    return asked;
  }

  /** Says that a reading failed. @throws Error unless the package has that very release */
  async #mayStandIn(generation: StoredGeneration | undefined, reason: unknown): Promise<void> {
    const { hash } = await this.packaged();
    if (!generation || generation.release.hash === hash)
      return this.fallBack('reading the database failed', reason);
    const { name } = generation.release;
    this.#say(`reading ${name} from the database failed`, reason);
    throw new Error(`${name} can’t be read from this browser’s database (${reasonOf(reason)})`, {
      cause: reason,
    });
  }

  #say(what: string, error: unknown): void {
    const reason = reasonOf(error);
    if (this.#problem !== reason) console.warn(`Dx Lens: ${what} (${reason})`);
    this.#problem = reason;
  }

  #disconnect(): void {
    this.#database = null;
    this.#current = null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException
    ? `${error.name}: ${error.message}`
    : String(error);
}
