/**
 * The spellings that name one code, all below a code, or all from one code to another: `E11.9`, `E10.-`, `M40-M43`.
 * As for single codes, a shape only nominates: whether the codes exist the release says.
 */
import { type Code, dotted, parseCode, parseCodeText } from './code';

/** What a spelling names. A range goes to the end of what lies below its last code; its ends may stand in any order. */
export type CodeSpan =
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'prefix'; readonly code: Code }
  | { readonly kind: 'range'; readonly from: Code; readonly to: Code };

/**
 * Reads a text that is nothing but one such spelling: in any case, with or without dots, with any hyphen, “to” or
 * “through” between the ends, and with brackets or white space around a prefix or range. The end of a range may
 * leave out what it shares with the beginning, where that is plain: `F10.1-.9`, `F10.1-9`, `F10-19`.
 * @returns null for anything else (no repair is tried)
 */
export function parseSpan(text: string): CodeSpan | null {
  if (text.length > LONGEST) return null;
  const code = parseCodeText(text);
  if (code) return { kind: 'code', code };
  const bare = text.replace(AROUND, '').toUpperCase();
  const below = PREFIX.exec(bare)?.[1];
  if (below !== undefined) {
    const header = parseCodeText(below);
    return header && { kind: 'prefix', code: header };
  }
  const [, first = '', end = ''] = RANGE.exec(bare) ?? [];
  const from = parseCodeText(first);
  const to = from && (parseCodeText(end) ?? parseCode(completed(first, end)));
  if (!to) return null;
  return from === to ? { kind: 'code', code: from } : { kind: 'range', from, to };
}

/** Prints a span as the tabular list does: `E11.9`, `E10.-`, `M45.0-`, `M40-M43`. */
export function printSpan(span: CodeSpan): string {
  switch (span.kind) {
    case 'code':
      return dotted(span.code);
    case 'prefix':
      return `${dotted(span.code)}${span.code.length === 3 ? '.-' : '-'}`;
    case 'range':
      return `${dotted(span.from)}-${dotted(span.to)}`;
  }
}

/** `T36.0X1A through T50.996S` with brackets and some room. */
const LONGEST = 40;

/** The hyphens of keyboards, Unicode and type: hyphen, non-breaking hyphen, figure, en and em dash, bar, minus. */
const DASH = '[-‐‑‒–—―−]';
const CODE = String.raw`[A-Z][0-9A-Z]{2}(?:\.?[0-9A-Z]{1,4})?`;
/** The list itself slips into a dash behind either end: `S12.0--S12.6.-`. */
const BELOW = String.raw`(?:\.?${DASH})?`;

/** What stands around a spelling in text: white space, brackets, quotation marks, the end of a sentence. */
const AROUND = /^[\s([{<"'“„‘«]+|[\s)\]}>"'”’»,;:.*†]+$/gu;
const PREFIX = new RegExp(String.raw`^(${CODE})\s*\.?\s*${DASH}+$`, 'u');
const RANGE = new RegExp(
  String.raw`^(${CODE})${BELOW}(?:\s*${DASH}\s*|\s+(?:TO|THROUGH|THRU)\s+)(${CODE}|\.?[0-9A-Z]{1,2})${BELOW}$`,
  'u',
);

/**
 * The end of a range in full, where only its last characters are written: `.9` after F10.1 is F10.9, 19 after F10
 * is F19. `I50-22` is no range, but I50.22 with another sign for its dot; so what ends before it begins is none.
 * @returns an empty text where it is not plain what is meant
 */
function completed(first: string, end: string): string {
  const [category = '', decimals = ''] = first.split('.');
  const [, dot, last = ''] = /^(\.?)([0-9A-Z]+)$/.exec(end) ?? [];
  if (dot || decimals) return decimals.length === last.length && last > decimals ? `${category}.${last}` : '';
  const isPlain = /^[A-Z]\d\d$/.test(first) && /^\d\d$/.test(last);
  return isPlain && last > first.slice(1) ? first[0] + last : '';
}
