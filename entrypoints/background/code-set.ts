import { browser } from 'wxt/browser';
import { EmbeddedRelease } from '../../data/embedded';
import type { SearchIndex } from '../../data/search/index-format';
import { type SearchResults, search } from '../../data/search/search';
import { Vocabulary } from '../../data/search/vocabulary';
import { ReleaseStore } from '../../data/store/release-store';

/** How many results a list shows. */
const MOST_HITS = 50;

/** The code set of this worker. What it keeps in memory can vanish with the worker at any time. */
export interface CodeSet {
  readonly store: ReleaseStore;
  search(query: string, limit?: number): Promise<SearchResults>;
}

export function openCodeSet(): CodeSet {
  const store = new ReleaseStore(new EmbeddedRelease(readPack), (name, work) =>
    navigator.locks.request(name, work),
  );
  const vocabularies = new WeakMap<SearchIndex, Vocabulary>();
  return {
    store,
    async search(query, limit = MOST_HITS) {
      const index = await store.searchIndex();
      const vocabulary = vocabularies.get(index) ?? new Vocabulary(index);
      vocabularies.set(index, vocabulary);
      return search(store, vocabulary, query, limit);
    },
  };
}

/** The packaged release, from the extension's own files: no request leaves the machine. */
async function readPack(): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL('/release.zip'));
  return new Uint8Array(await response.arrayBuffer());
}
