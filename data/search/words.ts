/** Words that say nothing about which code is meant. `with` and `without` do, so they stay. */
const IGNORED = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

/**
 * Splits a title or a query into the words that are searched: lower case, accents folded, `'s` cut off.
 * A text that has none but ignored words keeps them.
 */
export function wordsOf(text: string): string[] {
  const all =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  const telling = all.filter((word) => !IGNORED.has(word));
  return telling.length > 0 ? telling : all;
}
