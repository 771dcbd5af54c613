import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database, DxLensDatabase } from './database';

/**
 * A transaction that only reads. A reading that fails throws by itself; idb's promise for the end of its transaction,
 * for which nobody waits, would be reported as an unhandled rejection besides. So would that of idb's short cuts
 * (`database.get`): they are not for reading.
 */
export function reading<Names extends StoreNames<DxLensDatabase>[]>(
  database: Database,
  names: [...Names],
): IDBPTransaction<DxLensDatabase, Names, 'readonly'> {
  const transaction = database.transaction(names);
  transaction.done.catch(() => undefined);
  return transaction as unknown as IDBPTransaction<DxLensDatabase, Names, 'readonly'>;
}
