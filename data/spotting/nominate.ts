import { type Code, parseCode } from '../code';

/** A place in a text that has the shape of a code. What stands around it and the release decide what it is. */
export interface Nominee {
  /** Offsets in the text, from 0; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
  readonly code: Code;
  readonly shape: Shape;
  /** In lower case (`e11.9`), which codes are rarely printed in. A placeholder `x` alone does not count. */
  readonly isLower: boolean;
  /** The last code of a range (`M40-M43`), which is one nominee. */
  readonly to?: Code;
  /** Offset behind the dash of `E10.-`, `M45.0-`: with it the text means all codes below, where there are any. */
  readonly dashEnd?: number;
}

/** `E11.9`; `S52501A`: six or seven characters without a dot; `E119`: four or five; `I10`. */
export type Shape = 'dotted' | 'long' | 'undotted' | 'short';

/**
 * Tells in a glance that a text has nothing of the shape of a code: it is asked for every text of a page.
 * An invisible character (soft hyphen, zero-width space) may hide one.
 */
export const MAY_HAVE_CODE =
  /(?<![A-Za-z0-9])[A-Za-z](?:\d[0-9A-Za-z]|[A-Za-z]\d)|[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Stands between texts that may be pieces of one code, or belong to different blocks. */
export const PIECES = '\0';
/** The same of such texts. */
export const MAY_HAVE_CODE_OF_PIECES = /(?<![A-Za-z0-9])[A-Za-z]\0?(?:\d\0?[0-9A-Za-z]|[A-Za-z]\0?\d)/;

/** The second and the third character can be letters (QA0, C4A), but not both. */
const CODE = String.raw`[A-Za-z](?:\d[0-9A-Za-z]|[A-Za-z]\d)(?:\.?[0-9A-Za-z]{1,4})?`;
/** No part of a longer word, number, version or host name. */
const ENDS = String.raw`(?![A-Za-z0-9À-ɏ_])(?!\.[A-Za-z0-9À-ɏ])`;
const NOMINEE = new RegExp(`(?<![A-Za-z0-9À-ɏ_])${CODE}${ENDS}`, 'g');
const DASH = '[-‐‑–—−]';
/** The dash of a prefix: nothing of a word follows it. */
const PREFIX_DASH = /\.?[-‐‑–](?![A-Za-z0-9À-ɏ_-]|\.[A-Za-z0-9À-ɏ])/y;
/** What joins the ends of a range, and its last code: whole, or only what differs (`F10.1-.9`, `I20-25`). */
const TO = new RegExp(
  String.raw`(?:\.?-)?(\s*${DASH}\s*|\s+(?:to|through|thru|bis|hasta|à)\s+)(?:(${CODE})|\.([0-9A-Za-z]{1,4})|(\d\d))${ENDS}`,
  'y',
);
/** What is done to a code that becomes another one: "change S72.001A to S72.011A" are two. */
const CHANGED =
  /\b(?:chang|correct|updat|revis|convert|switch|amend|recod|replac)[a-z]*(?:\s+[A-Za-zÀ-ɏ-]+){0,3}\s+[("'“]?$/i;
/** Whether a third code stands before or behind in the same way: then it is a list. */
const GOES_ON = new RegExp(String.raw`\s*${DASH}\s*${CODE}${ENDS}`, 'y');
const CAME_BEFORE = new RegExp(`(?<![A-Za-z0-9À-ɏ])${CODE}${DASH}$`);

/** Finds all that has the shape of a code, in the order of the text, without overlaps. */
export function nominate(text: string): Nominee[] {
  const found: Nominee[] = [];
  NOMINEE.lastIndex = 0;
  for (let match = NOMINEE.exec(text); match; match = NOMINEE.exec(text)) {
    const start = match.index;
    if (text[start - 1] === '.' && !followsListNumber(text, start)) continue;
    const spelling = match[0];
    const code = parseCode(spelling);
    if (!code) continue;
    const nominee = rangeFrom(text, start, spelling, code) ?? singleAt(text, start, spelling, code);
    NOMINEE.lastIndex = nominee.end;
    found.push(nominee);
  }
  return found;
}

/** `1.E11.9`: a number of a list without a blank behind it. */
function followsListNumber(text: string, start: number): boolean {
  return /(?:^|\s)\d{1,2}\.$/.test(text.slice(Math.max(0, start - 4), start));
}

function singleAt(text: string, start: number, spelling: string, code: Code): Nominee {
  const end = start + spelling.length;
  const nominee = { start, end, code, shape: shapeOf(spelling), isLower: isLower(spelling) };
  PREFIX_DASH.lastIndex = end;
  if (!PREFIX_DASH.test(text)) return nominee;
  const dashEnd = PREFIX_DASH.lastIndex;
  // A dot before the dash leaves no other reading.
  return text[end] === '.' ? { ...nominee, end: dashEnd, dashEnd, shape: 'dotted' } : { ...nominee, dashEnd };
}

function rangeFrom(text: string, start: number, spelling: string, code: Code): Nominee | null {
  TO.lastIndex = start + spelling.length;
  const match = TO.exec(text);
  if (!match) return null;
  const [, joint = '', whole, suffix, digits] = match;
  const isApart = /\s/.test(joint);
  // What is left out stands right behind a hyphen.
  if (!whole && (isApart || code.length > (suffix ? 7 : 3))) return null;
  const last = whole ?? `${suffix ? code.slice(0, 3) : code[0]}${suffix ?? digits}`;
  const to = parseCode(last);
  if (isLower(last) !== isLower(spelling)) return null;
  if (!to || to <= code || (isApart && !isOneRange(code, to))) return null;
  if (isApart && CHANGED.test(text.slice(Math.max(0, start - 60), start))) return null;
  // "P104 to P88": a rate that falls.
  if (isApart && code.length > to.length && !spelling.includes('.')) return null;
  const end = TO.lastIndex;
  GOES_ON.lastIndex = end;
  if (GOES_ON.test(text) || CAME_BEFORE.test(text.slice(Math.max(0, start - 9), start))) return null;
  const range = { start, end, code, to, shape: rangeShape(spelling, last), isLower: isLower(spelling) };
  // "S12.0-S12.3-": all codes below the last one, which a range means anyway.
  PREFIX_DASH.lastIndex = end;
  return PREFIX_DASH.test(text) ? { ...range, dashEnd: PREFIX_DASH.lastIndex } : range;
}

/** Codes with a dash and blanks between them are mostly two of a list; categories, or codes of one letter, are a range. */
function isOneRange(from: Code, to: Code): boolean {
  return from[0] === to[0] || (from.length === 3 && to.length === 3);
}

function rangeShape(first: string, last: string): Shape {
  const shapes = [shapeOf(first), shapeOf(last)];
  return shapes.includes('dotted') ? 'dotted' : (shapes[0] ?? 'short');
}

function shapeOf(spelling: string): Shape {
  if (spelling.includes('.')) return 'dotted';
  if (spelling.length === 3) return 'short';
  return spelling.length > 5 ? 'long' : 'undotted';
}

function isLower(spelling: string): boolean {
  return /[a-wyz]/.test(spelling) || spelling.startsWith('x');
}
