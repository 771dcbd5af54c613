/**
 * The codes that a line of the tabular list refers to.
 *
 * Some 10,900 of the 25,000 note lines name codes, nearly all in brackets: `(A08.0)`, `(Z22.-)`, `(M45.0-)`,
 * `(T36-T50 with fifth or sixth character 5)`, `(A15-A19, B20)`; some in running text: `Conditions classifiable
 * to C00-C14`. The list has slips that are read all the same: `(R40.23.-)`, `(S12.0--S12.6.-)`, `(J96. with 5th
 * character 2)`, `(E87.8}`. What is not a reference is left as text: vitamin B12, HLA-B27, GM1, LGMD R12.
 */
import { parseCode } from '../code';
import type { CodeSpan } from '../code-span';

/** A stretch of a line. All parts joined give the line as printed. */
export type NotePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly target: CodeSpan };

/**
 * Splits a note line into text and references. Whether a target exists the release says: see `resolveReference`.
 * @returns parts that join back to the line; an empty list for an empty line
 */
export function parseReferences(line: string): NotePart[] {
  const parts: NotePart[] = [];
  let end = 0;
  for (const match of line.matchAll(REFERENCE)) {
    const between = line.slice(end, match.index);
    const listed = end > 0 && BETWEEN_REFERENCES.test(between);
    const target = targetOf(match);
    if (!target || !(listed || isReference(match, line.slice(0, match.index)))) continue;
    if (between) parts.push({ kind: 'text', text: between });
    parts.push({ kind: 'reference', text: match[0], target });
    end = match.index + match[0].length;
  }
  const rest = line.slice(end);
  return rest ? [...parts, { kind: 'text', text: rest }] : parts;
}

const DASH = '[-‐‑–]';
/** The second character can be a letter since FY2026 (QA0); the third could always (C4A). */
const CODE = String.raw`[A-Z](?:\d[0-9A-Z]|[A-Z]\d)(?:\.[0-9A-Z]{1,4})?(?![\p{L}\p{N}])`;
/** A dash for "and what lies below"; the list puts it after a dot, or not, or leaves the dot alone. */
const BELOW = String.raw`(?:\.?${DASH}|\.(?=${DASH}))`;

/** A range, else one code. Nothing before it makes it a part of a word (`HLA-B27`) or number. */
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.]|[\p{L}\p{N}]${DASH})(?:` +
    String.raw`(?<from>${CODE})${BELOW}?(?:\s*${DASH}\s*|\s+to\s+)(?<to>${CODE})(?:\.?${DASH})?` +
    String.raw`|(?<code>${CODE})(?<below>\.?${DASH}|\.(?= with ))?)`,
  'gu',
);

/** What stands between the references of one list: `T31 or T32`, `J00-J06; J20-J22`, `I60.-. I61.-`. */
const BETWEEN_REFERENCES = /^\s*[,;.&]?\s*(?:(?:and|or)\s+)?$/u;

/** What announces a bare category or a range of them: `(B20`, `category F17`, `classifiable to C15`, `any type in A15`. */
const ANNOUNCED = /[([{]\s*$|(?<!\p{L})(?:(?:sub)?categor(?:y|ies)|codes?|from|in|to|under|except)\s+$/iu;

/** Vitamin B12 and the vertebrae T10 to T12. None is a category, so no reference is lost. */
const NOT_CODES = /^(?:B12|T1[0-2])(?![0-9A-Z.])/;

/** A dotted code is one wherever it stands; an undotted one (C00-C14, B20) needs something that announces it. */
function isReference({ 0: text, groups }: RegExpMatchArray, before: string): boolean {
  if (/\.\S/.test(text)) return true;
  // CR3 and GH1 stand in brackets too; QA0 among them would be told by its dot, or by the word "category".
  const bracketed = /[([{]\s*$/.test(before);
  const second = groups?.code?.[1] ?? '0';
  return ANNOUNCED.test(before) && !NOT_CODES.test(text) && !(bracketed && /[A-Z]/.test(second));
}

function targetOf({ groups }: RegExpMatchArray): CodeSpan | null {
  const { from, to, code, below } = groups ?? {};
  if (from !== undefined && to !== undefined) {
    const [first, last] = [parseCode(from), parseCode(to)];
    return first && last && { kind: 'range', from: first, to: last };
  }
  const single = parseCode(code ?? '');
  return single && { kind: below ? 'prefix' : 'code', code: single };
}
