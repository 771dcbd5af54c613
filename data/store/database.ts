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
interface DxLensDatabase extends DBSchema {
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

/**
 * Opens the database, making its stores at the first time.
 * @param name the database's name; tests use their own
 * @param onLost called when the connection ends without our doing: the browser closed it, or a newer version
 *   of the extension waits to upgrade
 * @throws DOMException when IndexedDB is switched off, broken, or held by an older version of the extension
 */
export async function openDatabase(name: string, onLost: () => void): Promise<Database> {
  let refuse: (error: Error) => void = () => undefined;
  const blocked = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const opening = openDB<DxLensDatabase>(name, VERSION, {
    upgrade(database) {
      for (const store of ALL_STORES) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      }
    },
    blocked: () => refuse(new Error('another version of Dx Lens holds the database open')),
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  return Promise.race([opening, blocked]);
}
