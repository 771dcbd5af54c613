import type { Release } from '../release';
import type { Database, Origin, StoredGeneration } from './database';
import { reading } from './transactions';

/** Where answers come from at the moment, for the options page. */
export type StoreState =
  | {
      readonly state: 'stored';
      readonly release: Release;
      readonly origin: Origin;
      /** The release that one can go back to. */
      readonly previous: { readonly release: Release; readonly origin: Origin } | null;
      /** What failed last with the database, though it answers. */
      readonly problem: string | null;
    }
  | { readonly state: 'filling'; readonly release: Release }
  | { readonly state: 'packaged'; readonly release: Release; readonly problem: string | null };

/** The state while answers come from a generation. */
export async function storedState(
  database: Database,
  { release, origin = 'packaged' }: StoredGeneration,
  problem: string | null,
): Promise<StoreState> {
  const transaction = reading(database, ['pointers', 'generations']);
  const previousId = await transaction.objectStore('pointers').get('previous');
  const previous = previousId && (await transaction.objectStore('generations').get(previousId));
  return {
    state: 'stored',
    release,
    origin,
    previous: previous ? { release: previous.release, origin: previous.origin ?? 'packaged' } : null,
    problem,
  };
}

/** Whether what is stored stays when the package has another release: the same, or one that the user imported. */
export function outranks(stored: StoredGeneration, packaged: Release): boolean {
  if (stored.release.hash === packaged.hash) return true;
  return stored.origin === 'imported' && stored.release.fiscalYear >= packaged.fiscalYear;
}
