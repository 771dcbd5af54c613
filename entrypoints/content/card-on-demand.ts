import { sendMessage } from '../../components/messages';
import { takeCard } from './card/handover';
import type { CardOptions, PageCard } from './card/page-card';

/**
 * The card of this frame, whose script comes when it is first needed: most frames never show one, and the script is
 * larger than all that reads and marks.
 */
export class CardOnDemand {
  #card: PageCard | null = null;
  #coming: Promise<PageCard> | null = null;
  /** Raised by all that closes the card: one that was to open before then does not. */
  #round = 0;

  constructor(
    private readonly options: CardOptions,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      this.#round++;
      this.#card?.remove();
      this.#card = null;
    });
  }

  /**
   * Has the card's script put into this frame, if it is not there.
   * @throws Error when it can't be: the frame has gone, or the permission for this site was withdrawn
   */
  async fetch(): Promise<void> {
    await this.#get();
  }

  /**
   * Shows a code's card, when its script is there.
   * @returns false when the page does not let it stand
   * @throws Error as `fetch` does
   */
  async show(...parameters: Parameters<PageCard['show']>): Promise<boolean> {
    const round = ++this.#round;
    const card = this.#card ?? (await this.#get());
    return round !== this.#round || card.show(...parameters);
  }

  close(): void {
    this.#round++;
    this.#card?.close();
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
  }

  /** Whether a card stands that was asked for. */
  get isAsked(): boolean {
    return this.#card?.isAsked === true;
  }

  #get(): Promise<PageCard> {
    this.#coming ??= this.#make().catch((reason) => {
      this.#coming = null;
      throw reason;
    });
    return this.#coming;
  }

  async #make(): Promise<PageCard> {
    if (!takeCard()) await sendMessage('needCard', undefined);
    const make = takeCard();
    if (!make) throw new Error('the card’s script is not in this frame');
    if (this.signal.aborted) throw new Error('Dx Lens has left this page');
    this.#card = make(this.options);
    return this.#card;
  }
}
