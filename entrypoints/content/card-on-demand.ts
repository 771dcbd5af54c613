import type { Lookup } from '../../data/lookup/answer';
import type { Mode } from './card/card-frame';
import type { CardOptions, PageCard } from './card/page-card';
import { CardAbove } from './card-above';
import { fetchPart } from './fetch-part';
import type { Pointed } from './reading/pointed';
import { hasRoomFor } from './reading/room';
import type { ScreenPointer } from './reading/screen-pointer';

/**
 * The card of this frame, whose script comes when it is first needed: most frames never show one, and the script is
 * larger than all that reads and marks.
 */
export class CardOnDemand {
  #card: PageCard | null = null;
  readonly #above: CardAbove;
  #coming: Promise<PageCard> | null = null;
  /** Raised by all that closes the card: one that was to open before then does not. */
  #round = 0;

  constructor(
    private readonly options: CardOptions,
    pointer: ScreenPointer,
    private readonly signal: AbortSignal,
  ) {
    this.#above = new CardAbove(pointer);
    signal.addEventListener('abort', () => {
      this.#round++;
      this.#card?.remove();
      this.#card = null;
    });
  }

  /**
   * Has the card's script put into this frame, if it is not there.
   * @throws Error as `fetchPart` does
   */
  async fetch(): Promise<void> {
    await this.#get();
  }

  /**
   * Shows a code's card, when its script is there.
   * @returns false when the page does not let it stand
   * @throws Error as `fetch` does
   */
  async show(lookup: Lookup, pointed: Pointed, mode: Exclude<Mode, 'pinned'>): Promise<boolean> {
    const round = ++this.#round;
    if (!(await hasRoomFor(pointed.rects())) && round === this.#round) {
      this.#card?.close();
      if (await this.#above.show(pointed, mode)) return true;
    }
    const card = this.#card ?? (await this.#get());
    return round !== this.#round || card.show(lookup, pointed, mode);
  }

  close(): void {
    this.#round++;
    this.#card?.close();
    this.#closeAbove(true);
  }

  /** Pins the card that comes and goes. Returns false when there is none. */
  pin(): boolean {
    return this.#card?.pin() === true;
  }

  /** Closes the card unless it was asked for. */
  closeHover(): void {
    if (this.isAsked) return;
    this.#round++;
    this.#card?.closeHover();
    this.#closeAbove(false);
  }

  /** Whether a card stands that was asked for. */
  get isAsked(): boolean {
    return this.#card?.isAsked === true;
  }

  /** Whether the pointer is in a card. */
  get isUnderPointer(): boolean {
    return this.#card?.isUnderPointer === true;
  }

  #closeAbove(askedToo: boolean): void {
    this.#above
      .close({ askedToo })
      .catch((reason) => console.info('Dx Lens: the card in the top frame can’t be closed', reason));
  }

  #get(): Promise<PageCard> {
    this.#coming ??= this.#make().catch((reason) => {
      this.#coming = null;
      throw reason;
    });
    return this.#coming;
  }

  async #make(): Promise<PageCard> {
    const make = await fetchPart('card');
    if (this.signal.aborted) throw new Error('Dx Lens has left this page');
    this.#card = make(this.options);
    return this.#card;
  }
}
