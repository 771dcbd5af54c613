import type { Match, Vocabulary } from './vocabulary';

/**
 * The titles that answer every word of a query, best first: the larger the part of the title that the query
 * covers, the better; then billable codes; then tabular order.
 * @param answers for each word of the query the vocabulary words that answer it
 * @returns positions in the release
 */
export function rank(vocabulary: Vocabulary, answers: readonly (readonly Match[])[]): number[] {
  const answered = new Uint8Array(vocabulary.size);
  const best = new Float32Array(vocabulary.size);
  const total = new Float32Array(vocabulary.size);
  let found: number[] = [];

  for (const [nth, matches] of answers.entries()) {
    found = [];
    best.fill(0);
    for (const { word, quality } of matches) {
      vocabulary.forEachPosting(word, (position) => {
        const seen = answered[position] ?? 0;
        if (seen === nth) {
          answered[position] = nth + 1;
          found.push(position);
        } else if (seen !== nth + 1) return;
        best[position] = Math.max(best[position] ?? 0, quality);
      });
    }
    for (const position of found) total[position] = (total[position] ?? 0) + (best[position] ?? 0);
  }

  const score = (position: number) => (total[position] ?? 0) / Math.max(1, vocabulary.titleLength(position));
  return found.sort(
    (a, b) =>
      score(b) - score(a) || Number(vocabulary.isBillable(b)) - Number(vocabulary.isBillable(a)) || a - b,
  );
}
