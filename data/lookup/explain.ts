import type { CodeBook } from '../book';
import { parseCodeText } from '../code';
import type { Day } from '../day';
import { type RepairStep, repair } from '../repair';
import type { Lookup } from './answer';
import { spansOf } from './category-on-day';
import { lookup } from './lookup';
import { otherSystem } from './other-system';

/**
 * Explains a text that a person selected or typed. What is nearly a code is read as one, and says so.
 * @returns null when the text is not meant as a code
 */
export async function explain(book: CodeBook, text: string, on: Day): Promise<Lookup | null> {
  const code = parseCodeText(text);
  const exact = code && (await lookup(book, code, on));
  if (exact && exact.verdict !== 'unknown') return exact;
  const other = await otherSystem(book, text, on);
  if (other) return other;

  const repaired = await repair(text, async (candidate) => (await spansOf(book, candidate)).length > 0);
  if (!repaired) return exact;
  const mended = repaired.steps.map((step) => MENDED[step]);
  return { ...(await lookup(book, repaired.code, on)), readAs: { typed: text.trim(), mended } };
}

/** What was mended, in words. */
const MENDED: Record<RepairStep, string> = {
  case: 'letter case',
  spaces: 'spaces',
  punctuation: 'punctuation',
  'dot-missing': 'missing dot',
  'dot-misplaced': 'misplaced dot',
  'trailing-dash': 'dash: all codes below',
  'letter-for-digit': 'letter in place of a digit',
  'digit-for-letter': 'digit in place of a letter',
  'extra-zero': 'extra zero',
  placeholder: 'missing placeholder X',
};
