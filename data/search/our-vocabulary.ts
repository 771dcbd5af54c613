import type { Code } from '../code';
import { type Equivalents, parseEquivalents } from './equivalents';
import { parseOurTerms, type Target } from './our-terms';
import { Stems } from './word-forms';
import { wordsOf } from './words';

/** One of our terms, with the codes that it leads to. */
export interface OurTerm {
  readonly text: string;
  readonly meaning: string;
  readonly targets: readonly Target[];
}

/** Texts of the two kinds of files in data/vocabulary. */
export interface VocabularyTexts {
  readonly terms: string;
  readonly words: string;
}

/** A target of one of our terms, as the code's side sees it. */
export interface Named {
  /** Which of `terms`. */
  readonly nth: number;
  /** Its place among the term's targets. */
  readonly rank: number;
  readonly withAllBelow: boolean;
}

/** What we add to the official texts, read and turned round. */
export class OurVocabulary {
  readonly terms: readonly OurTerm[];
  readonly equivalents: Equivalents;
  /** Changes with the texts: an index that was built with others is built anew. */
  readonly edition: string;
  readonly #stems = new Stems();
  #named: ReadonlyMap<Code, readonly Named[]> | null = null;

  /** @throws Error where a text is not of the form that data/vocabulary has */
  constructor({ terms, words }: VocabularyTexts) {
    this.terms = parseOurTerms(terms).flatMap((entry) =>
      entry.terms.map((text) => ({ text, meaning: entry.meaning, targets: entry.targets })),
    );
    this.equivalents = parseEquivalents(words, (text) => this.stemsOf(text));
    this.edition = checksum(terms + words);
  }

  /**
   * Which of our terms a phrase is, by its stems joined with blanks. It takes a while, so the index has it, too; see
   * `packPhrases`.
   */
  phrases(): Map<string, number[]> {
    const phrases = new Map<string, number[]>();
    for (const [nth, { text }] of this.terms.entries()) {
      const phrase = this.stemsOf(text).join(' ');
      const same = phrases.get(phrase);
      if (same) same.push(nth);
      else phrases.set(phrase, [nth]);
    }
    return phrases;
  }

  /** For each code the terms of ours that lead to it. Kept: each card that is unfolded asks. */
  named(): ReadonlyMap<Code, readonly Named[]> {
    this.#named ??= this.#turnRound();
    return this.#named;
  }

  #turnRound(): ReadonlyMap<Code, readonly Named[]> {
    const named = new Map<Code, Named[]>();
    for (const [nth, { targets }] of this.terms.entries()) {
      for (const [rank, { code, withAllBelow }] of targets.entries()) {
        const list = named.get(code);
        if (list) list.push({ nth, rank, withAllBelow });
        else named.set(code, [{ nth, rank, withAllBelow }]);
      }
    }
    return named;
  }

  stemsOf(text: string): string[] {
    return wordsOf(text).map((word) => this.#stems.of(word).stem);
  }
}

/** FNV-1a, to tell two editions apart; nothing secret hangs on it. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}
