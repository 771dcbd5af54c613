import { browser } from 'wxt/browser';
import type { CodeBook } from '../../data/book';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import { find } from '../../data/search/find';
import type { SearchIndex } from '../../data/search/index-format';
import type { SearchRequest, SearchResults } from '../../data/search/results';
import { Vocabulary } from '../../data/search/vocabulary';
import { cached } from '../../data/store/cached-source';
import { ReleaseStore } from '../../data/store/release-store';
import { dateOfService } from './date-of-service';

/** The code set of this worker. What it keeps in memory can vanish with the worker at any time. */
export interface CodeSet {
  readonly store: ReleaseStore;
  readonly book: CodeBook;
  search(request: SearchRequest): Promise<SearchResults>;
}

export function openCodeSet(): CodeSet {
  const packaged = new EmbeddedRelease(() => readPackaged('/release.zip'));
  const store = new ReleaseStore(packaged, (name, work) => navigator.locks.request(name, work));
  const book: CodeBook = { installed: store, packaged: cached(packaged), history: openHistory() };
  const vocabularies = new WeakMap<SearchIndex, Vocabulary>();
  return {
    store,
    book,
    async search(request) {
      const [index, on] = await Promise.all([store.searchIndex(), dateOfService()]);
      const vocabulary = vocabularies.get(index) ?? new Vocabulary(index);
      vocabularies.set(index, vocabulary);
      return find(book, vocabulary, request, on);
    },
  };
}

/** Reads the history once; after a failure again at the next call. */
function openHistory(): () => Promise<History> {
  let reading: Promise<History> | null = null;
  return () => {
    reading ??= readPackaged('/history.json')
      .then((bytes) => History.parse(new TextDecoder().decode(bytes)))
      .catch((error: unknown) => {
        reading = null;
        throw error;
      });
    return reading;
  };
}

/** One of the extension's own files: no request leaves the machine. */
async function readPackaged(path: '/release.zip' | '/history.json'): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  return new Uint8Array(await response.arrayBuffer());
}
