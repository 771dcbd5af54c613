import type { Release } from '../release';
import type { Database, Origin, StoredGeneration } from './database';

/** Where answers come from at the moment, for the options page. */
export type StoreState =
  | {
      readonly state: 'stored';
      readonly release: Release;
      readonly origin: Origin;
      /** The release that one can go back to. */
      readonly previous: { readonly release: Release; readonly origin: Origin } | null;
    }
  | { readonly state: 'filling'; readonly release: Release }
  | { readonly state: 'packaged'; readonly release: Release; readonly problem: string | null };

/**
 * The state while answers come from a generation.
 * @param release what it was found to hold
 */
export async function storedState(database: Database, id: string, release: Release): Promise<StoreState> {
  const current = await database.get('generations', id);
  const previousId = await database.get('pointers', 'previous');
  const previous = previousId ? await database.get('generations', previousId) : undefined;
  return {
    state: 'stored',
    release,
    origin: originOf(current),
    previous: previous ? { release: previous.release, origin: originOf(previous) } : null,
  };
}

/** Whether what is stored stays when the package has another release: the same, or one that the user imported. */
export function outranks(stored: StoredGeneration, packaged: Release): boolean {
  if (stored.release.hash === packaged.hash) return true;
  return originOf(stored) === 'imported' && stored.release.fiscalYear >= packaged.fiscalYear;
}

function originOf(generation: StoredGeneration | undefined): Origin {
  return generation?.origin ?? 'packaged';
}
