/** Columns of tables that are set as plain text: CSV, tabs, bars, or blanks in fixed width. */

const DELIMITERS = ['\t', '|', ';', ','];
/** How many lines above a text its heads are looked for. */
const MOST_LINES = 200;

/**
 * The head of the column in which an offset of a text of several lines stands.
 * @returns null where the lines above are no table, or the line of the offset is its first
 */
export function plainColumn(text: string, offset: number): string | null {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  if (begin === 0) return null;
  const line = text.slice(begin, text.indexOf('\n', offset) < 0 ? undefined : text.indexOf('\n', offset));
  const head = headLine(text.slice(0, begin - 1));
  if (!head) return null;
  const delimiter = DELIMITERS.find((sign) => countOf(head, sign) >= 2 && countOf(line, sign) >= 1);
  return delimiter
    ? (head.split(delimiter)[countOf(line.slice(0, offset - begin), delimiter)]?.trim() ?? null)
    : wordAbove(head, offset - begin);
}

/** The first line of the paragraph: that of the heads, without a number in it. */
function headLine(above: string): string | null {
  const lines = above.split('\n').slice(-MOST_LINES);
  const gap = lines.findLastIndex((line) => line.trim() === '');
  const head = lines.slice(gap + 1).find((line) => /\p{L}/u.test(line)) ?? '';
  // The columns that a question to a database asks for stand above none.
  if (/^\s*(?:select|insert|update|with|create)\s/i.test(head)) return null;
  const words = head.replace(/ICD[-_ ]?(?:9|10)/gi, '');
  return /\d{2}|\p{Ll}[.:!?](?:\s|$)/u.test(words) ? null : head;
}

/** The words above a place, where two blanks or more set columns apart. */
function wordAbove(head: string, at: number): string | null {
  if (!/\S\s{2,}\S/.test(head)) return null;
  let column: string | null = null;
  for (const { 0: words, index } of head.matchAll(/\S+(?: \S+)*/g)) {
    if (index > at + 1) break;
    column = words;
  }
  return column;
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
