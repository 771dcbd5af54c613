import type { CodeBook } from '../book';
import type { Day } from '../day';
import { type RepairStep, repair } from '../repair';
import type { Lookup } from './answer';
import { spansOf } from './category-on-day';
import { lookup } from './lookup';
import { lookupText } from './lookup-text';
import { otherSystem } from './other-system';

/**
 * Explains a text that a person selected or typed. What is nearly a code is read as one, and says so.
 * @returns null when the text is not meant as a code, or as a range of codes
 */
export async function explain(book: CodeBook, text: string, on: Day): Promise<Lookup | null> {
  const exact = await lookupText(book, text, on);
  // T10-T12 are vertebrae, unless one of the two is a code.
  if (exact?.verdict === 'range' && !exact.first.exists && !exact.last.exists) return null;
  if (exact && exact.verdict !== 'unknown') return exact;
  const other = await otherSystem(book, text, on);
  if (other) return other;

  const repaired = await repair(text, async (candidate) => (await spansOf(book, candidate)).length > 0);
  if (!repaired) return exact;
  const mended = repaired.steps.flatMap((step) => (step === 'trailing-dash' ? [] : MENDED[step]));
  return {
    ...(await lookup(book, repaired.code, on)),
    ...(mended.length > 0 && { readAs: { typed: text.trim(), mended } }),
    ...(repaired.steps.includes('trailing-dash') && { asPrefix: true }),
  };
}

/** What was mended, in words. A dash behind a code is nothing to mend: it names the code with all below it. */
const MENDED: Record<Exclude<RepairStep, 'trailing-dash'>, string> = {
  case: 'letter case',
  spaces: 'spaces',
  punctuation: 'punctuation',
  'dot-missing': 'missing dot',
  'dot-misplaced': 'misplaced dot',
  'letter-for-digit': 'letter in place of a digit',
  'digit-for-letter': 'digit in place of a letter',
  'extra-zero': 'extra zero',
  placeholder: 'missing placeholder X',
};
