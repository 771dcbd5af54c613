import type { DocumentTable } from './document-table';
import { MASS_STEP, type SearchIndex, unpackSource } from './index-format';
import type { Lexicon } from './lexicon';
import type { Phrase, Query, Slot } from './query';

/** A document that answers a query. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
  /** The text that answers best; null where the words stand in several, or one of our terms is the reason. */
  readonly text: number | null;
  /** Which of our terms leads here, where one is the reason. */
  readonly term: number | null;
  /** The header whose default it is, where it stands here for that. */
  readonly usualOf?: number;
}

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** Whether the first ones answer all words. */
  readonly complete: boolean;
  /** The score of the best, 0 where there is none. */
  readonly best: number;
}

/** What a text counts by its kind; titles 1. */
const KINDS = {
  'inclusion-term': 0.97,
  includes: 0.86,
  'index-term': 0.92,
  'our-term': 1,
  'our-header': 0.97,
} as const;
/** How much of the score hangs on how much of the text the query covers. */
const COVERAGE = 0.45;
/** Words in several texts of a code count less than all in one. */
const SCATTERED = 0.78;
const BY_PHRASE = 0.84;
/** How much the prior still says of the codes that the whole query leads to as one of our terms. */
const ORDERED = 0.25;
/** The title denies a word of the query. */
const DENIAL = 0.85;
/** A query that is one of our terms as a whole. */
const WHOLE_PHRASE = 1.2;
const RANK_STEP = 0.03;
/** Of the codes that one of our terms leads to, those that have the words themselves, too, stand before. */
const BESIDE_PHRASE = 0.15;
/** Further codes below a header that one of our terms names, and the other sides of one. */
const NEARBY = 0.88;
/** A header stands behind what is billable and fits alike; its default just before it. */
const HEADER = 0.95;
const DEFAULT = 1.01;
/** All words of the query are all words of the text. */
const EXACT = 1.08;
const NEARLY_ALL = 0.97;
/** Where no code answers the part of the query that is asked for, this part is enough. */
const AT_LEAST = 0.15;
/** So many full answers make those with some of the words needless. */
const ENOUGH = 20;

/** Ranks the documents of an index. Its scratch space is kept from query to query. */
export class Ranker {
  readonly #titles: number;
  readonly #kinds: Float32Array;
  readonly #ofTerm: ReadonlyMap<number, readonly Target[]>;
  readonly #sum: Float32Array;
  readonly #seen: Uint16Array;
  readonly #bits: Uint16Array;
  readonly #documentBits: Uint16Array;
  readonly #best: Float32Array;
  readonly #bestText: Int32Array;
  readonly #byPhrase: Float32Array;
  readonly #phraseTerm: Int32Array;
  readonly #denied: Uint8Array;

  constructor(
    private readonly index: SearchIndex,
    private readonly documents: DocumentTable,
    private readonly lexicon: Lexicon,
  ) {
    const { others, masses } = index;
    this.#titles = documents.size;
    const sources = [...others.sources].map(unpackSource);
    this.#kinds = Float32Array.from(sources, ({ kind, rank }) => KINDS[kind] - RANK_STEP * rank);
    const ofTerm = new Map<number, Target[]>();
    for (const [at, { kind, nth, rank }] of sources.entries()) {
      if (kind !== 'our-term' && kind !== 'our-header') continue;
      const target = { document: others.documents[at] ?? 0, rank, withAllBelow: kind === 'our-header' };
      const targets = ofTerm.get(nth);
      if (targets) targets.push(target);
      else ofTerm.set(nth, [target]);
    }
    this.#ofTerm = ofTerm;
    this.#sum = new Float32Array(masses.length);
    this.#seen = new Uint16Array(masses.length);
    this.#bits = new Uint16Array(masses.length);
    this.#documentBits = new Uint16Array(this.#titles);
    this.#best = new Float32Array(this.#titles);
    this.#bestText = new Int32Array(this.#titles);
    this.#byPhrase = new Float32Array(this.#titles);
    this.#phraseTerm = new Int32Array(this.#titles);
    this.#denied = new Uint8Array(this.#titles);
  }

  /** @param admits whether a document is asked for */
  rank({ slots, phrases, least }: Query, admits: (document: number) => boolean = () => true): Ranking {
    if (slots.length === 0) return { ranked: [], complete: false, best: 0 };
    const total = slots.reduce((sum, { weight }) => sum + weight, 0);
    const texts = this.#readSlots(slots);
    const documents = this.#joinTexts(texts, total);
    this.#readDenials(slots);
    this.#readPhrases(phrases, (1 << slots.length) - 1, documents);
    let ranked = this.#score(slots, { total, least }, documents, admits);
    if (ranked.ranked.length === 0)
      ranked = this.#score(slots, { total, least: AT_LEAST }, documents, admits);
    for (const text of texts) {
      this.#sum[text] = 0;
      this.#bits[text] = 0;
      this.#seen[text] = 0;
    }
    for (const document of documents) {
      this.#documentBits[document] = 0;
      this.#best[document] = 0;
      this.#byPhrase[document] = 0;
      this.#denied[document] = 0;
    }
    return ranked;
  }

  /** Adds up for each text what of the query it has. @returns the texts that have something */
  #readSlots(slots: readonly Slot[]): number[] {
    const touched: number[] = [];
    const sum = this.#sum;
    const seen = this.#seen;
    const bits = this.#bits;
    for (const [nth, { answers, weight }] of slots.entries()) {
      const turn = nth + 1;
      const bit = 1 << nth;
      for (const { stems, quality } of answers) {
        const value = weight * quality;
        const list = this.#textsWithAll(stems);
        for (let at = 0; at < list.length; at++) {
          const text = list[at] as number;
          const last = seen[text];
          // The best answer comes first.
          if (last === turn) continue;
          if (last === 0) touched.push(text);
          seen[text] = turn;
          sum[text] = (sum[text] as number) + value;
          bits[text] = (bits[text] as number) | bit;
        }
      }
    }
    return touched;
  }

  #textsWithAll(stems: readonly number[]): Uint32Array {
    const lists = stems.map((stem) => this.lexicon.postings(stem)).sort((a, b) => a.length - b.length);
    const [shortest = new Uint32Array(), ...others] = lists;
    if (others.length === 0) return shortest;
    return shortest.filter((text) => others.every((list) => includes(list, text)));
  }

  /** Gives each document the best of its texts. @returns the documents that have one */
  #joinTexts(texts: readonly number[], total: number): number[] {
    const touched: number[] = [];
    const { masses, others } = this.index;
    for (const text of texts) {
      const isTitle = text < this.#titles;
      const document = isTitle ? text : (others.documents[text - this.#titles] as number);
      const kind = isTitle ? 1 : (this.#kinds[text - this.#titles] as number);
      const sum = this.#sum[text] as number;
      const share = sum / total;
      const covered = Math.min(1, sum / ((masses[text] as number) * MASS_STEP));
      const exact = share > NEARLY_ALL && covered > NEARLY_ALL ? EXACT : 1;
      const score = share * share * (1 - COVERAGE + COVERAGE * covered) * kind * exact;
      if (this.#documentBits[document] === 0) touched.push(document);
      this.#documentBits[document] = (this.#documentBits[document] as number) | (this.#bits[text] as number);
      if (score > (this.#best[document] as number)) {
        this.#best[document] = score;
        this.#bestText[document] = text;
      }
    }
    return touched;
  }

  /** Notes the documents whose titles have a word of the query only to deny it. */
  #readDenials(slots: readonly Slot[]): void {
    for (const { denied } of slots) {
      if (denied === null) continue;
      for (const document of this.lexicon.postings(denied)) {
        if (this.#documentBits[document] !== 0) this.#denied[document] = 1;
      }
    }
  }

  /** Lets our terms lead to their codes, to those below and to the other sides of them. */
  #readPhrases(phrases: readonly Phrase[], all: number, touched: number[]): void {
    const add = (document: number, slots: number, quality: number, term: number) => {
      if (this.#documentBits[document] === 0) touched.push(document);
      this.#documentBits[document] = (this.#documentBits[document] as number) | slots;
      if (quality <= (this.#byPhrase[document] as number)) return;
      this.#byPhrase[document] = quality;
      this.#phraseTerm[document] = term;
    };
    for (const { slots, terms } of phrases) {
      for (const [meaning, term] of terms.entries()) {
        for (const { document, rank, withAllBelow } of this.#ofTerm.get(term) ?? []) {
          const quality = (slots === all ? WHOLE_PHRASE : BY_PHRASE) - RANK_STEP * (rank + meaning);
          add(document, slots, quality, term);
          if (withAllBelow) {
            const usual = this.documents.usual(document);
            for (const below of this.documents.below(document)) {
              add(below, slots, below === usual ? quality : quality * NEARBY, term);
            }
          } else {
            for (const side of this.documents.sides(document)) {
              if (side !== document) add(side, slots, quality * NEARBY, term);
            }
            // What else the query says may be what tells the code's siblings from it.
            if (slots === all) continue;
            for (const sibling of this.documents.siblings(document)) {
              if (sibling !== document) add(sibling, slots, quality * NEARBY * NEARBY, term);
            }
          }
        }
      }
    }
  }

  #score(
    slots: readonly Slot[],
    { total, least }: { readonly total: number; readonly least: number },
    touched: readonly number[],
    admits: (document: number) => boolean,
  ): Ranking {
    const all = (1 << slots.length) - 1;
    const { priors } = this.documents.columns;
    const known = slots.reduce(
      (bits, { answers }, nth) => (answers.length > 0 ? bits | (1 << nth) : bits),
      0,
    );
    const full: Ranked[] = [];
    const some: Ranked[] = [];
    for (const document of touched) {
      const own = this.#documentBits[document] as number;
      const bits = own | this.#inherited(document);
      let share = 0;
      for (const [nth, { weight }] of slots.entries()) if (bits & (1 << nth)) share += weight;
      share /= total;
      if (share < least) continue;
      const byPhrase = this.#byPhrase[document] as number;
      const inOne = this.#best[document] as number;
      const scattered =
        share *
        share *
        (byPhrase > 0
          ? byPhrase + BESIDE_PHRASE * inOne
          : SCATTERED * (1 - COVERAGE + COVERAGE * this.#covered(document)));
      // Our terms name their codes in the order in which they are meant.
      const prior = ((priors[document] as number) / 200) ** (byPhrase >= 1 ? ORDERED : 1);
      const score = Math.max(inOne, scattered) * prior * (this.#denied[document] === 1 ? DENIAL : 1);
      const ranked: Ranked = {
        document,
        score: this.documents.isHeader(document) ? score * HEADER : score,
        text: inOne >= scattered ? (this.#bestText[document] as number) : null,
        term: inOne < scattered && byPhrase > 0 ? (this.#phraseTerm[document] as number) : null,
      };
      (bits === all || (bits & known) === known ? full : some).push(ranked);
    }
    const found = full.length >= ENOUGH ? full : [...full, ...some];
    const ranked = this.#withDefaults(found)
      .filter(({ document }) => admits(document))
      .sort((a, b) => b.score - a.score || a.document - b.document);
    return { ranked, complete: full.length > 0 && known === all, best: ranked[0]?.score ?? 0 };
  }

  /** What the texts of the headers above say holds for a code, too. */
  #inherited(document: number): number {
    let bits = 0;
    for (let above = this.documents.parent(document); above >= 0; above = this.documents.parent(above)) {
      bits |= this.#documentBits[above] as number;
    }
    return bits;
  }

  /** How much of its title the query covers. */
  #covered(document: number): number {
    return Math.min(
      1,
      (this.#sum[document] as number) / ((this.index.masses[document] as number) * MASS_STEP),
    );
  }

  /** Puts the default of a header that was found before it, where it would stand behind. */
  #withDefaults(found: readonly Ranked[]): Ranked[] {
    const byDocument = new Map(found.map((ranked) => [ranked.document, ranked]));
    for (const header of found) {
      const document = this.documents.usual(header.document);
      if (document === null) continue;
      const score = (header.score / HEADER) * DEFAULT;
      const own = byDocument.get(document);
      if (!own || own.score < score) {
        byDocument.set(document, { ...header, document, score, usualOf: header.document });
      }
    }
    return [...byDocument.values()];
  }
}

interface Target {
  readonly document: number;
  readonly rank: number;
  readonly withAllBelow: boolean;
}

function includes(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
