import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Outline, Release } from '../release';
import type { SearchIndex } from '../search/index-format';

/**
 * The stored releases. A generation is one release written as a whole; `pointers.current` names the one in
 * use. Everything is keyed by generation, so that two can stand side by side while one replaces the other.
 */
export interface DxLensDatabase extends DBSchema {
  pointers: { key: 'current' | 'previous'; value: string };
  generations: { key: string; value: { id: string; release: Release } };
  outlines: { key: string; value: Outline };
  /** Key: generation, category. Value: the text of `encodeShard`. */
  shards: { key: [generation: string, category: string]; value: string };
  indexes: { key: string; value: SearchIndex };
}

export type Database = IDBPDatabase<DxLensDatabase>;
export const ALL_STORES = ['pointers', 'generations', 'outlines', 'shards', 'indexes'] as const;

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
  const opening = openDB<DxLensDatabase>(name, 1, {
    upgrade(database) {
      for (const store of ALL_STORES) database.createObjectStore(store);
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
