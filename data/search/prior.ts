import type { Code } from '../code';

/** How readily a chapter's codes are meant when words fit no better: rarely the external causes, seldom births. */
const CHAPTERS: Readonly<Record<string, number>> = {
  V: 0.8,
  W: 0.84,
  X: 0.82,
  Y: 0.8,
  O: 0.86,
  P: 0.84,
  Q: 0.92,
  S: 0.98,
  T: 0.95,
  Z: 0.95,
};

/** What a title's words say of it: the unspecified default early, the special cases late. */
const MARKS: readonly (readonly [RegExp, number])[] = [
  [/\bunspecified\b|\bwithout complications?\b|\buncomplicated\b/i, 1.03],
  [/^other\b|\bother specified\b/i, 0.94],
  [/\bsequela/i, 0.9],
  [/classified elsewhere/i, 0.88],
  [/drug|induced|underdosing|adverse effect|intentional|assault|undetermined/i, 0.93],
  [/\bnewborn|congenital|neonatal/i, 0.95],
  [/\b(?:personal|family) history|encounter for/i, 0.96],
  [/\bdue to\b|\bfollowing\b|\bcomplicating\b/i, 0.97],
];

/**
 * How readily a code is meant, where queries fit several alike: 1 is usual.
 * @param named the place among the targets of our own terms where it stands best, or null when it is none
 */
export function priorOf(code: Code, title: string, named: number | null): number {
  let prior = CHAPTERS[code[0] ?? ''] ?? 1;
  for (const [mark, factor] of MARKS) if (mark.test(title)) prior *= factor;
  if (named !== null) prior *= named === 0 ? 1.05 : 1.02;
  return Math.min(1.2, Math.max(0.5, prior));
}
