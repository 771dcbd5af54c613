/**
 * How much a word is like a misspelt one: 1 for the same, 0 for one with more than two slips (a letter left out, added
 * or exchanged, or two neighbours swapped: optimal string alignment).
 * @param whole false where the end may not be typed yet: then the beginning of the word that is most like it counts
 */
export function likeness(misspelt: string, word: string, whole: boolean): number {
  const row = slips(misspelt, word);
  const shortest = Math.max(1, misspelt.length - 1);
  const slipped = whole
    ? (row[word.length] ?? MOST_SLIPS + 1)
    : Math.min(...row.slice(shortest, misspelt.length + 2));
  if (slipped > MOST_SLIPS || (slipped === 2 && misspelt.length < LONG_ENOUGH_FOR_TWO)) return 0;
  const begins = misspelt[0] === word[0] ? 1 : FIRST_LETTER_OFF;
  const unfinished = whole || word.length <= misspelt.length + 1 ? 1 : UNFINISHED;
  return (SLIP[slipped] ?? 0) * begins * unfinished;
}

const MOST_SLIPS = 2;
const LONG_ENOUGH_FOR_TWO = 7;
const SLIP = [1, 0.92, 0.7];
/** The first letter is seldom the wrong one. */
const FIRST_LETTER_OFF = 0.9;
const UNFINISHED = 0.93;

/** For each beginning of the word, by its length, the slips that make the misspelt one of it. */
function slips(misspelt: string, word: string): number[] {
  let before: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, length) => length);
  for (let i = 1; i <= misspelt.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = misspelt[i - 1] === word[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && misspelt[i - 1] === word[j - 2] && misspelt[i - 2] === word[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last;
}
