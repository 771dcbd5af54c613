import type { Below, CodeTitle } from '../lookup/answer';
import { type Answer, type Question, questionAbout } from './question';

/** How far a choice has come. */
export interface Followed {
  readonly given: readonly { readonly question: Question; readonly answer: Answer }[];
  /** The codes that are left, in tabular order. */
  readonly left: readonly CodeTitle[];
  /** What to ask next; null when one code is left. */
  readonly next: Question | null;
}

/**
 * Gives answers by their keys, one question after another.
 * @param keys up to the first that no answer has
 */
export function follow(below: Below, codes: readonly CodeTitle[], keys: readonly string[]): Followed {
  const given: { question: Question; answer: Answer }[] = [];
  let left = codes;
  let next = questionAbout(below, left);
  for (const key of keys) {
    const answer = next?.answers.find((one) => one.key === key);
    if (!next || !answer) break;
    given.push({ question: next, answer });
    left = answer.codes;
    next = questionAbout(below, left);
  }
  return { given, left, next };
}
