import type { Code } from '../code';
import type { IndexTerms } from '../index-terms';
import { pacer } from '../pacer';
import type { Shard } from '../release';
import { defaultOf } from './default-code';
import { type Document, documentsOf } from './documents';
import {
  DENIED,
  encodePostings,
  INDEX_FORMAT,
  MASS_STEP,
  packPhrases,
  packSource,
  type SearchIndex,
  type TextSource,
  weightOf,
} from './index-format';
import { officialTermsOf } from './official-terms';
import type { Named, OurVocabulary } from './our-vocabulary';
import { priorOf } from './prior';
import { sideFamilies } from './side-families';
import { Stems } from './word-forms';
import { deniedWords, searchedWords, wordsOf } from './words';

/**
 * Builds the search index of a release, given all its shards in tabular order. Works in slices, so that messages
 * are answered in between.
 * @param ours the terms that we add to the official ones
 * @param terms the alphabetic index's terms, where the release has them
 */
export async function buildIndex(
  shards: AsyncIterable<Shard>,
  ours: OurVocabulary,
  terms: IndexTerms = new Map(),
): Promise<SearchIndex> {
  const builder = new IndexBuilder(ours, terms);
  const pace = pacer();
  for await (const shard of shards) {
    await pace();
    builder.add(shard);
  }
  await pace();
  return builder.pack(pace);
}

/** Words that say little of a title's meaning: they count less in what it takes to cover it. */
const LIGHT =
  'unspecified other specified elsewhere classified initial encounter nos nec site type without with';
const LIGHTNESS = 0.35;

class IndexBuilder {
  readonly #words = new WordLists();
  readonly #named: ReadonlyMap<Code, readonly Named[]>;
  readonly #lengths: number[] = [];
  readonly #sevenths: number[] = [];
  readonly #headers: number[] = [];
  readonly #priors: number[] = [];
  readonly #defaults: number[] = [];
  readonly #sides: number[] = [];
  readonly #others: { readonly text: string; readonly document: number; readonly source: number }[] = [];

  constructor(
    private readonly ours: OurVocabulary,
    private readonly terms: IndexTerms,
  ) {
    this.#named = ours.named();
  }

  add(shard: Shard): void {
    const documents = documentsOf(shard);
    const sides = sideFamilies(documents);
    for (const [at, document] of documents.entries()) {
      const { code, title, node, sevenths, billable } = document;
      const named = [node, ...sevenths].flatMap((one) => this.#named.get(one.code) ?? []);
      const best = named.length === 0 ? null : Math.min(...named.map(({ rank }) => rank));
      this.#lengths.push(code.length);
      this.#sevenths.push(sevenths.length);
      this.#headers.push(billable ? 0 : 1);
      this.#priors.push(Math.round(priorOf(code, title, best) * 200));
      this.#defaults.push((defaultOf(documents, at) ?? at) - at);
      this.#sides.push(sides[at] ?? 0);
      const added = sevenths.map((one) => addedTo(title, one.title)).join(' ');
      this.#words.add(title, added, deniedWords(title));
      this.#addOthers(document, this.#lengths.length - 1, named);
    }
  }

  async pack(pace: () => Promise<void>): Promise<SearchIndex> {
    for (const { text } of this.#others) {
      this.#words.add(text);
      await pace();
    }
    return {
      format: INDEX_FORMAT,
      vocabulary: this.ours.edition,
      phrases: packPhrases(this.ours.phrases()),
      ...(await this.#words.pack(pace)),
      documents: {
        lengths: Uint8Array.from(this.#lengths),
        sevenths: Uint8Array.from(this.#sevenths),
        headers: Uint8Array.from(this.#headers),
        priors: Uint8Array.from(this.#priors),
        defaults: Uint16Array.from(this.#defaults),
        sides: Uint8Array.from(this.#sides),
      },
      others: {
        documents: Uint32Array.from(this.#others, ({ document }) => document),
        sources: Uint32Array.from(this.#others, ({ source }) => source),
      },
    };
  }

  #addOthers({ node, sevenths }: Document, document: number, named: readonly Named[]): void {
    const add = (text: string, source: TextSource) =>
      this.#others.push({ text, document, source: packSource(source) });
    for (const [nth, { kind, text }] of officialTermsOf(node).entries()) {
      add(text.replace(REFERENCES, ' '), { kind, nth, rank: 0 });
    }
    const terms = [node, ...sevenths].flatMap(({ code }) => this.terms.get(code) ?? []);
    for (const [nth, text] of terms.entries()) add(text, { kind: 'index-term', nth, rank: 0 });
    for (const { nth, rank, withAllBelow } of named) {
      const kind = withAllBelow ? 'our-header' : 'our-term';
      add(this.ours.terms[nth]?.text ?? '', { kind, nth, rank });
    }
  }
}

/** Codes that a note refers to: a search for one of them is not a search for the note. */
const REFERENCES = /\b[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?(?:-(?:[A-Z]\d[0-9A-Z])?)?/g;

/** What a seven-character code's title says beyond its header's. */
function addedTo(title: string, longer: string): string {
  return longer.startsWith(title) ? longer.slice(title.length) : longer;
}

/** Collects which words stand in which texts, which are numbered as they are added. */
class WordLists {
  readonly #stems = new Stems();
  readonly #stemOfWord = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  /** For each stem the texts that have it. */
  readonly #postings: number[][] = [];
  /** The stems of all texts, one after the other, and where each text's begin. */
  readonly #all: number[] = [];
  readonly #starts: number[] = [];

  /**
   * @param further text whose words find this one, but need not be typed to cover it
   * @param denied words of the text that it denies
   */
  add(text: string, further = '', denied: readonly string[] = []): void {
    const nth = this.#starts.push(this.#all.length) - 1;
    const own = new Set(searchedWords(text).map((word) => this.#number(word)));
    for (const stem of own) {
      this.#all.push(stem);
      this.#postings[stem]?.push(nth);
    }
    for (const stem of new Set(wordsOf(further).map((word) => this.#number(word)))) {
      if (!own.has(stem)) this.#postings[stem]?.push(nth);
    }
    for (const stem of new Set(
      denied.map((word) => this.#stemNumber(`${DENIED}${this.#stems.of(word).stem}`)),
    )) {
      this.#postings[stem]?.push(nth);
    }
  }

  async pack(pace: () => Promise<void>) {
    const masses = this.#masses();
    const words = [...this.#stemOfWord.keys()].sort();
    const coded: number[][] = [];
    for (const postings of this.#postings) {
      coded.push(encodePostings(postings));
      await pace();
    }
    const offsets = new Uint32Array(coded.length + 1);
    for (const [stem, bytes] of coded.entries()) offsets[stem + 1] = (offsets[stem] ?? 0) + bytes.length;
    const postings = new Uint8Array(offsets[coded.length] ?? 0);
    for (const [stem, bytes] of coded.entries()) postings.set(bytes, offsets[stem]);
    const stems = Uint16Array.from(words, (word) => this.#stemOfWord.get(word) ?? 0);
    const stemNames = [...this.#numbers.keys()].join('\n');
    return { words: words.join('\n'), stems, stemNames, offsets, postings, masses };
  }

  #masses(): Uint8Array {
    const light = new Set(wordsOf(LIGHT).map((word) => this.#number(word)));
    const weights = this.#postings.map(
      ({ length }, stem) => weightOf(length, this.#starts.length) * (light.has(stem) ? LIGHTNESS : 1),
    );
    return Uint8Array.from(this.#starts, (start, nth) => {
      const end = this.#starts[nth + 1] ?? this.#all.length;
      let mass = 0;
      for (let at = start; at < end; at++) mass += weights[this.#all[at] ?? 0] ?? 0;
      return Math.max(1, Math.min(255, Math.round(mass / MASS_STEP)));
    });
  }

  #number(word: string): number {
    const { plain, stem } = this.#stems.of(word);
    const number = this.#stemNumber(stem);
    this.#stemOfWord.set(plain, number);
    return number;
  }

  #stemNumber(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#postings.push([]) - 1;
      this.#numbers.set(stem, number);
    }
    return number;
  }
}
