import type { CardOptions, PageCard } from './card/page-card';
import type { Release } from './weighing/decider';
import type { Judge } from './weighing/judge';

/** What comes to a frame as a script of its own, when it is first needed there. */
interface Parts {
  /** Makes the card of this frame. */
  readonly card: (options: CardOptions) => PageCard;
  /** Makes what tells the codes of this frame from what only looks like one. */
  readonly judge: (release: Release) => Judge;
}

export type PartName = keyof Parts;
export type Part<Name extends PartName> = Parts[Name];

/** The extension's scripts run in the same isolated world of a frame, whose globals the page does not see. */
const KEY = Symbol.for('dxlens:parts');
const world = globalThis as { [KEY]?: Partial<Parts> };

/** A part's script hands over what it can do. */
export function givePart<Name extends PartName>(name: Name, part: Part<Name>): void {
  world[KEY] = { ...world[KEY], [name]: part };
}

/** What a part's script has handed over; undefined while it is not in this frame. */
export function takePart<Name extends PartName>(name: Name): Part<Name> | undefined {
  return world[KEY]?.[name];
}
