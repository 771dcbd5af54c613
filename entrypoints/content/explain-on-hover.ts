import { lookUp } from '../../components/lookups';
import type { Lookup } from '../../data/lookup/answer';
import type { CardOnDemand } from './card-on-demand';
import type { JudgeOnDemand } from './judge-on-demand';
import type { Marks } from './marking/marks';
import type { Scanner } from './marking/scanner';
import { mayHoldCode } from './reading/fields';
import { elementAt, type FindInField, type Spot, spotAt } from './reading/under-pointer';

interface Parts {
  readonly marks: Marks;
  readonly scanner: Scanner;
  readonly judge: JudgeOnDemand;
  readonly card: CardOnDemand;
}

/**
 * What is done as the pointer moves: finds the code under it, asks for it ahead of time, and shows its card.
 * @param lookAgain called when more can be found under the pointer than before
 */
export function explainOnHover({ marks, scanner, judge, card }: Parts, lookAgain: () => void) {
  let ahead: { spot: Spot; answer: Promise<Lookup | null> } | null = null;
  /** The field for which the judge was asked for. */
  let awaiting: Element | null = null;
  const codeInField: FindInField = (field, offsetAt) => {
    if (!judge.here && field !== awaiting && mayHoldCode(field)) {
      awaiting = field;
      judge
        .fetch()
        .then(lookAgain)
        .catch((reason) => console.warn('Dx Lens: the field under the pointer can’t be read', reason));
    }
    return judge.here?.codeInField(field, offsetAt) ?? null;
  };
  return {
    find(x: number, y: number) {
      if (card.isAsked) return null;
      const roots = scanner.shadowRoots;
      const spot = spotAt(marks, codeInField, roots, x, y);
      const element = spot ? null : elementAt(roots, x, y);
      // A shadow root that was not found by itself.
      if (element) scanner.visit(element);
      return spot;
    },
    approach(spot: Spot) {
      const answer = lookUp(spot.query).catch((reason) => {
        console.warn('Dx Lens: the code under the pointer could not be looked up', reason);
        return null;
      });
      ahead = { spot, answer };
      card.fetch().catch((reason) => console.warn('Dx Lens: the card can’t be shown in this frame', reason));
    },
    async show(spot: Spot) {
      const lookup = ahead?.spot === spot ? await ahead.answer : null;
      if (lookup?.verdict === 'unknown' && !spot.isLabelled) return;
      // The pointer may have left while the background answered.
      if (!lookup || ahead?.spot !== spot || spot.rects().length === 0) return;
      await card
        .show(lookup, { ...spot, text: spot.query }, 'hover')
        .catch((reason) => console.warn('Dx Lens: the card can’t be shown in this frame', reason));
    },
    hide() {
      ahead = null;
      card.closeHover();
    },
  };
}
