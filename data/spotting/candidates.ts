import { type Code, categoryOf, parseCode } from '../code';
import { isVetoed } from './vetoes';

/** A place in a text that may be a code. The release decides whether it is one. */
export interface Candidate {
  /** Offsets in the text, from 0; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
  readonly code: Code;
  /** A label beside it says that it is an ICD-10-CM code (`ICD-10: E119`). */
  readonly labelled: boolean;
}

/** No letter, digit or dot before, so that no part of a word, number, version or host name is taken. */
const DOTTED = /(?<![\p{L}\p{N}.])[A-Z][0-9A-Z]{2}\.[0-9A-Zx]{1,4}(?![\p{L}\p{N}]|\.[\p{L}\p{N}])/gu;

/** A hyphen as typed, or as typesetting has it: U+2010, the unbreakable U+2011, the en dash. */
const LABEL =
  /(?<![\p{L}\p{N}])ICD[-‐‑–\s]?10(?:[-‐‑–\s]?CM)?(?:\s+(?:codes?|dx|diagnos[ei]s))?\s*[:#=]\s*/giu;
const LABELLED_CODE = /[A-Za-z][0-9A-Za-z]{2}(?:\.?[0-9A-Za-z]{1,4})?(?![\p{L}\p{N}]|\.[\p{L}\p{N}])/uy;
const BETWEEN_CODES = /\s*[,;/+&]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/uy;

/**
 * Finds what may be a diagnosis code in a run of text: dotted codes, and codes with or without dot behind an
 * explicit label (`ICD-10: E119`, `ICD10:E11.65`, `ICD-10-CM codes: I10, E119`).
 * @returns in the order of the text, without overlaps
 */
export function findCandidates(text: string): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const match of text.matchAll(DOTTED)) {
    const candidate = candidateAt(match.index, match[0], false);
    if (candidate && !isVetoed(text, candidate)) found.set(candidate.start, candidate);
  }
  for (const label of text.matchAll(LABEL)) {
    for (const candidate of codesAfter(text, label.index + label[0].length)) {
      found.set(candidate.start, candidate);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The list of codes that begins at an offset: `I10, E119`. */
function* codesAfter(text: string, from: number): Generator<Candidate> {
  let at = from;
  while (true) {
    LABELLED_CODE.lastIndex = at;
    const spelling = LABELLED_CODE.exec(text)?.[0];
    const candidate = spelling && candidateAt(at, spelling, true);
    // A word has the shape of a code, but a category has a digit: "ICD-10: not known", "ICD-10: COVID19".
    if (!candidate || !/\d/.test(categoryOf(candidate.code))) return;
    yield candidate;
    BETWEEN_CODES.lastIndex = candidate.end;
    const gap = BETWEEN_CODES.exec(text);
    if (!gap) return;
    at = BETWEEN_CODES.lastIndex;
  }
}

function candidateAt(start: number, spelling: string, labelled: boolean): Candidate | null {
  const code = parseCode(spelling);
  return code && { start, end: start + spelling.length, code, labelled };
}
