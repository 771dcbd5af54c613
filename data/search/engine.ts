import { DocumentTable } from './document-table';
import { type SearchIndex, type TextSource, unpackSource } from './index-format';
import { Lexicon } from './lexicon';
import { type MatchedWords, matcherOf } from './matched-words';
import type { OurVocabulary } from './our-vocabulary';
import { parseQuery, type Query, type Reading, UNKNOWN } from './query';
import { Ranker, type Ranking } from './rank';

/** What a query's words find. */
export interface Answers {
  readonly ranking: Ranking;
  /** The query as it was read at last. */
  readonly query: Query;
  /** The words that were searched instead, where some were misspelt; else null. */
  readonly corrected: string | null;
}

/** How many corrections of a word are tried, and of how many words. */
const MOST_TRIED = 5;
const MOST_WORDS = 3;
/** Shorter words are abbreviations, and too much is like them. */
const SHORTEST = 4;

/** A search index, ready to be asked. It can be thrown away and made again at any time. */
export class SearchEngine {
  readonly documents: DocumentTable;
  readonly #lexicon: Lexicon;
  readonly #ranker: Ranker;

  constructor(
    readonly index: SearchIndex,
    readonly ours: OurVocabulary,
  ) {
    this.#lexicon = new Lexicon(index);
    this.documents = new DocumentTable(index.documents);
    this.#ranker = new Ranker(index, this.documents, this.#lexicon);
  }

  /**
   * Finds the documents that answer the words of a text; where none answers all of them, words that no text has
   * are read as those most like them.
   * @param admits whether a document is asked for
   */
  find(text: string, admits?: (document: number) => boolean): Answers {
    const plain = this.#read(text, {}, admits);
    if (plain.ranking.complete) return { ...plain, corrected: null };
    const replaced = this.#corrections(text, plain.query, admits);
    if (replaced.size === 0) return { ...plain, corrected: null };
    const read = this.#read(text, { replaced }, admits);
    return { ...read, corrected: read.query.slots.map(({ word }) => word).join(' ') };
  }

  /** Tells which words of a text answer a query. */
  matcher(query: Query): (text: string) => MatchedWords {
    return matcherOf(query, this.#lexicon);
  }

  /** Where a text beside the titles comes from; null for a title. */
  sourceOf(text: number): (TextSource & { readonly document: number }) | null {
    const { others } = this.index;
    const at = text - this.documents.size;
    if (at < 0) return null;
    return { ...unpackSource(others.sources[at] ?? 0), document: others.documents[at] ?? 0 };
  }

  /** The words that are better read as others, one after the other. */
  #corrections(
    text: string,
    { slots }: Query,
    admits?: (document: number) => boolean,
  ): ReadonlyMap<string, string> {
    let replaced: ReadonlyMap<string, string> = new Map();
    const doubtful = slots.filter(({ word, known }) => !known && word.length >= SHORTEST && !/\d/.test(word));
    if (doubtful.length === 0) return replaced;
    const typing = /[\p{L}\p{N}\p{M}]$/u.test(text);
    let { best } = this.#read(text, { unknown: UNKNOWN.misspelt }, admits).ranking;
    for (const { word } of doubtful.slice(0, MOST_WORDS)) {
      const whole = !typing || word !== slots.at(-1)?.word;
      const before = replaced;
      for (const { word: other, likeness } of this.#lexicon.corrections(word, whole).slice(0, MOST_TRIED)) {
        const tried = new Map([...before, [word, other]]);
        const { ranking } = this.#read(text, { replaced: tried, unknown: UNKNOWN.misspelt }, admits);
        if (ranking.best * likeness <= best) continue;
        best = ranking.best * likeness;
        replaced = tried;
      }
    }
    return replaced;
  }

  #read(text: string, reading: Reading, admits?: (document: number) => boolean) {
    const query = parseQuery(text, this.#lexicon, this.ours, reading);
    return { query, ranking: this.#ranker.rank(query, admits) };
  }
}
