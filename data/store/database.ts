import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Outline, Release } from '../release';
import type { SearchIndex } from '../search/index-format';

/** Whether a generation was filled from the package or brought in by the user. */
export type Origin = 'packaged' | 'imported';

export interface StoredGeneration {
  readonly id: string;
  readonly release: Release;
  /** Absent in what was written before releases could be imported: packaged. */
  readonly origin?: Origin;
}

/**
 * The stored releases. A generation is one release written as a whole; `pointers.current` names the one in
 * use, `previous` the one to go back to. `pointers.packaged` is the hash of the packaged release that was last
 * considered: as long as it is the same, what is current is the user's choice. Everything is keyed by generation,
 * so that two can stand side by side while one replaces the other.
 */
export interface DxLensDatabase extends DBSchema {
  pointers: { key: 'current' | 'previous' | 'packaged'; value: string };
  generations: { key: string; value: StoredGeneration };
  outlines: { key: string; value: Outline };
  /** Key: generation, category. Value: the text of `encodeShard`. */
  shards: { key: [generation: string, category: string]; value: string };
  /** Key: generation, category. Value: the text of `encodeTerms`; only categories with terms. */
  terms: { key: [generation: string, category: string]; value: string };
  indexes: { key: string; value: SearchIndex };
}

export type Database = IDBPDatabase<DxLensDatabase>;
export const ALL_STORES = ['pointers', 'generations', 'outlines', 'shards', 'terms', 'indexes'] as const;

/** 2 added `terms`. */
const VERSION = 2;

/** Thrown while an older version of the extension, in a page that was left open, does not let go of the database. */
export class HeldElsewhere extends Error {
  override readonly name = 'HeldElsewhere';
}

/**
 * Opens the database, making its stores at the first time.
 * @param name the database's name; tests use their own
 * @param onLost called when the connection ends without our doing: the browser closed it, or a newer version
 *   of the extension waits to upgrade; and when one that was held elsewhere can't be opened after all
 * @param onLate given the connection that comes after `HeldElsewhere` was thrown; closes it unless told otherwise
 * @throws HeldElsewhere; DOMException when IndexedDB is switched off, broken, or of a newer version
 */
export function openDatabase(
  name: string,
  onLost: () => void,
  onLate: (database: Database) => void = (database) => database.close(),
): Promise<Database> {
  return new Promise((resolve, reject) => {
    let refused = false;
    openDB<DxLensDatabase>(name, VERSION, {
      upgrade(database) {
        for (const store of ALL_STORES) {
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
        }
      },
      blocked() {
        refused = true;
        reject(new HeldElsewhere('another version of Dx Lens holds the database open'));
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    }).then(
      (database) => (refused ? onLate(database) : resolve(database)),
      (error) => (refused ? onLost() : reject(error)),
    );
  });
}
