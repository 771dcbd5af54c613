import { type Code, categoryOf } from '../code';
import type { OurVocabulary } from '../search/our-vocabulary';
import type { CodeSource } from '../source';

/** Other names for what a code stands for. Inclusion terms are not among them: they are notes. */
export interface Synonyms {
  /** Terms of the alphabetic index that lead to the code, as published; empty where none was imported. */
  readonly index: readonly string[];
  /** Our own, by which the search finds the code; not official. */
  readonly ours: readonly string[];
}

/** Longer lists help nobody. */
const MOST = 24;
/** Behind this place among a term's targets a code is one that is meant now and then, not what the term says. */
const FURTHEST_TARGET = 1;

/** The synonyms of a code. */
export async function synonymsOf(source: CodeSource, ours: OurVocabulary, code: Code): Promise<Synonyms> {
  const terms = await source.terms?.(categoryOf(code));
  const named = (ours.named().get(code) ?? []).filter(({ rank }) => rank <= FURTHEST_TARGET);
  const own = named.toSorted((a, b) => a.rank - b.rank).flatMap(({ nth }) => ours.terms[nth]?.text ?? []);
  return { index: (terms?.get(code) ?? []).slice(0, MOST), ours: [...new Set(own)].slice(0, MOST) };
}
