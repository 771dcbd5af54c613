import type { Code } from '../code';

/**
 * A key for each of some answers: the character that comes next in their codes, or the first letter of their labels,
 * where that tells them apart; else they are counted through.
 * @returns one upper-case character each
 */
export function keysFor(
  answers: readonly { readonly label: string; readonly prefix: Code | null }[],
): string[] {
  return (
    distinct(nextCharacters(answers.flatMap(({ prefix }) => prefix ?? [])), answers.length) ??
    distinct(
      answers.map(({ label }) => label.charAt(0).toUpperCase()),
      answers.length,
    ) ??
    answers.map((_, index) => (index + 1).toString(36).toUpperCase())
  );
}

/** Of codes the characters in the first place in which they differ. */
function nextCharacters(codes: readonly Code[]): string[] {
  const [first = ''] = codes;
  const place = [...first].findIndex((_, index) => codes.some((code) => code[index] !== first[index]));
  return codes.map((code) => code[place] ?? '');
}

function distinct(keys: readonly string[], count: number): string[] | null {
  const found = new Set(keys.filter((key) => /^[A-Z\d]$/.test(key)));
  return found.size === count ? [...keys] : null;
}
