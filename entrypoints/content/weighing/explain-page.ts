import type { ExplainedCandidate } from '../../../components/explained';
import { stretchOf } from '../marking/mark-decided';
import { runsIn } from '../reading/inline-runs';
import { isShown } from '../reading/shown';
import { containersWithCodes } from '../reading/texts';
import { candidatesIn } from './candidates';
import { Captions } from './captions';
import type { Decider } from './decider';

export type { ExplainedCandidate };

/**
 * Goes through the page in one go, and tells which rules spoke for and against each candidate.
 * @param roots the document's element and the shadow roots
 * @throws Error when the background can't be reached
 */
export async function explainPage(
  roots: readonly Node[],
  decider: Pick<Decider, 'verdictsOf' | 'decide'>,
): Promise<ExplainedCandidate[]> {
  const captions = new Captions();
  const candidates = roots.flatMap((root) =>
    [...containersWithCodes(root, () => undefined)]
      .filter((container) => container !== null)
      .filter(isShown)
      .flatMap((container) => candidatesIn(container, runsIn(container), captions, true)),
  );
  const verdicts = await decider.verdictsOf(candidates, true);
  return (await decider.decide(candidates, verdicts)).map((decided) => {
    const { start, end } = stretchOf(decided);
    return {
      text: decided.candidate.text.slice(start, end),
      verdict: decided.verdict,
      counts: decided.counts,
      points: decided.weighed.points,
      reasons: decided.weighed.reasons,
    };
  });
}
