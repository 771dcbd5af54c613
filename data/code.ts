/**
 * The spelling of ICD-10-CM codes.
 *
 * A shape only nominates a string; whether it is a code the release decides: the second character can be
 * a letter since FY2026 (QA0), and so can the third (C4A, M1A, Z3A).
 */

declare const codeBrand: unique symbol;

/** A code as the release files spell it: upper case, no dot, 3 to 7 characters (`E119`, `T360X1A`). */
export type Code = string & { readonly [codeBrand]: 'Code' };

const SHAPE = /^([A-Z][0-9A-Z]{2})(?:\.?([0-9A-Z]{1,4}))?$/;

/**
 * Reads one code, with or without its dot, in any case, with white space around it.
 * @returns the code, or null when the text does not have the shape of one (no repair is tried)
 */
export function parseCode(text: string): Code | null {
  const match = SHAPE.exec(text.trim().toUpperCase());
  return match ? (`${match[1]}${match[2] ?? ''}` as Code) : null;
}

/**
 * Reads a text that a person selected or typed as a code, if it is meant as one: every code has a digit, which
 * tells `FEVER` from `F32A`.
 */
export function parseCodeText(text: string): Code | null {
  return /\d/.test(text) ? parseCode(text) : null;
}

/** Prints a code as people read it: the dot stands after the third character (`E11.9`, `I10`). */
export function dotted(code: Code): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** The category a code belongs to: its first three characters. */
export function categoryOf(code: Code): Code {
  return code.slice(0, 3) as Code;
}
