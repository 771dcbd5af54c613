import type { CardOptions, PageCard } from './page-card';

/** Makes the card of this frame. */
export type MakeCard = (options: CardOptions) => PageCard;

/** Both scripts of the extension run in the same isolated world of a frame, whose globals the page does not see. */
const KEY = Symbol.for('dxlens:make-card');
const world = globalThis as { [KEY]?: MakeCard };

/** The card's script hands over what it can do. */
export function giveCard(make: MakeCard): void {
  world[KEY] = make;
}

/** What the card's script has handed over; undefined while it is not in this frame. */
export function takeCard(): MakeCard | undefined {
  return world[KEY];
}
