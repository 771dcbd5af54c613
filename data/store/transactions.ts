import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database, DxLensDatabase } from './database';

type Transaction<
  Names extends StoreNames<DxLensDatabase>[],
  Mode extends IDBTransactionMode,
> = IDBPTransaction<DxLensDatabase, Names, Mode>;

/**
 * A transaction that only reads. A reading that fails throws by itself; idb's promise for the end of its transaction,
 * for which nobody waits, would be reported as an unhandled rejection besides. So would that of idb's short cuts
 * (`database.get`): they are not for reading.
 */
export function reading<Names extends StoreNames<DxLensDatabase>[]>(
  database: Database,
  names: [...Names],
): Transaction<Names, 'readonly'> {
  const transaction = database.transaction(names);
  transaction.done.catch(() => undefined);
  return transaction as unknown as Transaction<Names, 'readonly'>;
}

/** A transaction that reads before it writes. `atomically` waits for its end, unless a reading throws before. */
export function readingAndWriting<Names extends StoreNames<DxLensDatabase>[]>(
  database: Database,
  names: [...Names],
): Transaction<Names, 'readwrite'> {
  const transaction = database.transaction(names, 'readwrite');
  transaction.done.catch(() => undefined);
  return transaction as unknown as Transaction<Names, 'readwrite'>;
}
