import { browser } from 'wxt/browser';
import type { CodeBook } from '../../data/book';
import type { Code } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import { type Synonyms, synonymsOf } from '../../data/lookup/synonyms';
import { once } from '../../data/once';
import { SearchEngine } from '../../data/search/engine';
import { find } from '../../data/search/find';
import type { SearchIndex } from '../../data/search/index-format';
import { OurVocabulary } from '../../data/search/our-vocabulary';
import type { SearchRequest, SearchResults } from '../../data/search/results';
import { cached } from '../../data/store/cached-source';
import { ReleaseStore } from '../../data/store/release-store';
import { dateOfService } from './date-of-service';

/** The code set of this worker. What it keeps in memory can vanish with the worker at any time. */
export interface CodeSet {
  readonly store: ReleaseStore;
  readonly book: CodeBook;
  search(request: SearchRequest): Promise<SearchResults>;
  /** Reads what a search needs, so that the next one is quick. */
  prepareSearch(): Promise<void>;
  synonyms(code: Code): Promise<Synonyms>;
}

export function openCodeSet(): CodeSet {
  const packaged = new EmbeddedRelease(() => readPackaged('/release.zip'));
  const ours = openVocabulary();
  const store = new ReleaseStore(packaged, (name, work) => navigator.locks.request(name, work), ours);
  const book: CodeBook = { installed: store, packaged: cached(packaged), history: openHistory() };
  const engines = new WeakMap<SearchIndex, SearchEngine>();
  const openEngine = async () => {
    const [index, terms] = await Promise.all([store.searchIndex(), ours()]);
    const engine = engines.get(index) ?? new SearchEngine(index, terms);
    engines.set(index, engine);
    return engine;
  };
  return {
    store,
    book,
    synonyms: async (code) => synonymsOf(store, await ours(), code),
    async search(request) {
      const [engine, on] = await Promise.all([openEngine(), dateOfService()]);
      return find(book, engine, request, on);
    },
    async prepareSearch() {
      // While the database is being filled the index would be built for it, and lookups would wait.
      if ((await store.state()).state !== 'stored') return;
      await Promise.all([openEngine(), store.outline(), book.history()]);
    },
  };
}

/** What search adds to the official texts. */
function openVocabulary(): () => Promise<OurVocabulary> {
  return once(async () => {
    const [terms, words] = await Promise.all([textOf('/vocabulary.tsv'), textOf('/words.tsv')]);
    return new OurVocabulary({ terms, words });
  });
}

function openHistory(): () => Promise<History> {
  return once(async () => History.parse(await textOf('/history.json')));
}

async function textOf(path: PackagedFile): Promise<string> {
  return new TextDecoder().decode(await readPackaged(path));
}

type PackagedFile = '/release.zip' | '/history.json' | '/vocabulary.tsv' | '/words.tsv';

/** One of the extension's own files: no request leaves the machine. */
async function readPackaged(path: PackagedFile): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  return new Uint8Array(await response.arrayBuffer());
}
