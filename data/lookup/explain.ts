import type { CodeBook } from '../book';
import { parseCode } from '../code';
import type { Day } from '../day';
import type { Lookup } from './answer';
import { lookup } from './lookup';

/**
 * Explains a text that a person selected or typed.
 * @returns null when the text is not meant as a code
 */
export async function explain(book: CodeBook, text: string, on: Day): Promise<Lookup | null> {
  const code = parseCode(text);
  return code && lookup(book, code, on);
}
