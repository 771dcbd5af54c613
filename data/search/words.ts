/** Words that say nothing about which code is meant. `with` and `without` do, so they stay. */
const IGNORED = new Set(['an', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

/** A word of a text, as it is searched. */
export interface Word {
  /** Lower case, accents folded, `'s` cut off: letters a–z and digits alone. */
  readonly text: string;
  /** `[start, end)` in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a hyphen stands between it and the word before. */
  readonly hyphened: boolean;
}

/** Splits a text into words, each with its place; none is left out. Scripts other than Latin have none. */
export function placedWords(text: string): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const { 0: piece, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][sS](?![\p{L}\p{N}]))?/gu)) {
    const folded = fold(piece);
    if (!folded) continue;
    words.push({
      text: folded,
      start: index,
      end: index + piece.length,
      hyphened: index === end + 1 && text[end] === '-',
    });
    end = index + piece.length;
  }
  return words;
}

function fold(piece: string): string {
  const lower = piece.toLowerCase();
  // Nearly all are plain: a release has half a million words.
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return lower
    .replace(/['’]s$/, '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

/** The words of a title or a query that are searched: all but the ignored ones, unless there are no others. */
export function tellingWords(text: string): Word[] {
  const all = placedWords(text);
  const telling = all.filter(({ text: word }, at) => !IGNORED.has(word) && !isArticle(all, at));
  return telling.length > 0 ? telling : all;
}

/** Whether `a` is an article, as in `bitten by a dog`, and no name, as in `hepatitis A`, `vitamin A deficiency`. */
function isArticle(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== 'a' || at === words.length - 1) return false;
  const before = words[at - 1]?.text;
  return before === undefined || IGNORED.has(before) || BEFORE_ARTICLE.has(before);
}

const BEFORE_ARTICLE = new Set('as at from has had have having is into that was with without'.split(' '));

/** The texts of `tellingWords`. */
export function wordsOf(text: string): string[] {
  return tellingWords(text).map(({ text: word }) => word);
}

/** What denies the words behind it. */
export const DENYING: ReadonlySet<string> = new Set(['not', 'without', 'no', 'non', 'never']);

/**
 * The words that a title denies: `Leukemia, unspecified not having achieved remission` says remission, and means none. A
 * denial reaches to the next comma.
 */
export function deniedWords(title: string): string[] {
  return title.split(/[,;(]/).flatMap((part) => {
    const words = wordsOf(part);
    const at = words.findIndex((word) => DENYING.has(word));
    return at < 0 ? [] : words.slice(at + 1);
  });
}

/** Those, and what hyphens join written as one: `post-traumatic` is found by `posttraumatic`, too. */
export function searchedWords(text: string): string[] {
  const words = tellingWords(text);
  const searched = words.map(({ text: word }) => word);
  for (const [at, { text: word, hyphened }] of words.entries()) {
    if (hyphened) searched.push(`${words[at - 1]?.text ?? ''}${word}`);
  }
  return searched;
}
