import type { Container, InlineRun } from '../reading/inline-runs';
import { candidatesIn, type PageCandidate } from './candidates';
import { Captions } from './captions';
import { Decider, type Release } from './decider';
import { explainPage } from './explain-page';
import { codeInField } from './field-codes';

export type Judge = ReturnType<typeof judgeOn>;

/**
 * What tells the codes of a frame from what only looks like one. All rules are in its script, which a frame gets when
 * it has the first text that looks like a code.
 */
export function judgeOn(release: Release) {
  return {
    /** Decides on what was found, in this frame and in all its passes. */
    decider: new Decider(release),
    /** For one pass over the page: gives the candidates in runs of a container, in the order of the text. */
    newPass(): (container: Container, runs: readonly InlineRun[]) => PageCandidate[] {
      const captions = new Captions();
      return (container, runs) => candidatesIn(container, runs, captions);
    },
    codeInField,
    /**
     * Why each candidate is marked or not. With a decider of its own, since one learns from what it has seen.
     * @param roots the document's element and the shadow roots
     * @throws Error when the background can't be reached
     */
    explain: (roots: readonly Node[]) => explainPage(roots, new Decider(release)),
  };
}
