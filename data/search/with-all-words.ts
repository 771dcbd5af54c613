import { rank } from './rank';
import type { Vocabulary } from './vocabulary';

/**
 * The codes whose title has all words of a query, best first; behind them those to which a term of the
 * alphabetic index with all these words leads.
 * @param words words or beginnings of words
 * @returns positions in the release, each once
 */
export function withAllWords(vocabulary: Vocabulary, words: readonly string[]): number[] {
  const byTitle = rankPrefixes(vocabulary, words);
  if (vocabulary.terms === null) return byTitle;
  const { vocabulary: termWords, positions } = vocabulary.terms;
  const found = new Set(byTitle);
  for (const row of rankPrefixes(termWords, words)) {
    const position = positions[row];
    if (position !== undefined) found.add(position);
  }
  return [...found];
}

function rankPrefixes(vocabulary: Vocabulary, words: readonly string[]): number[] {
  return rank(
    vocabulary,
    words.map((word) => vocabulary.withPrefix(word)),
  );
}
