/** Words that mean the same wherever they stand: `fx` and `fracture`, `kidney` and `renal`. */

/** From a word or phrase (its stems, joined by blanks) to those that are looked for beside it. */
export type Equivalents = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Reads data/vocabulary/words.tsv: `a | b | c` are each for each, `a > b | c` is for what is typed alone: it finds
 * the others, they do not find it. Lines that begin with `#` are comments.
 * @param stemsOf the stems of a text's words
 */
export function parseEquivalents(text: string, stemsOf: (text: string) => string[]): Equivalents {
  const found = new Map<string, string[][]>();
  const add = (from: readonly string[], to: readonly string[]) => {
    const key = from.join(' ');
    if (!key || to.length === 0 || key === to.join(' ')) return;
    const others = found.get(key) ?? [];
    if (!others.some((other) => other.join(' ') === to.join(' '))) others.push([...to]);
    found.set(key, others);
  };
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [left = '', right] = line.split(' > ');
    const typed = left.split(' | ').map(stemsOf);
    const looked = right === undefined ? typed : right.split(' | ').map(stemsOf);
    for (const from of typed) for (const to of looked) add(from, to);
  }
  return found;
}
