import type { appearanceOf } from '../../../components/appearance';
import type { AskSynonyms } from '../../../components/card/synonyms-context';
import type { CopyFormat } from '../../../components/copy-format';
import type { Day } from '../../../data/day';
import type { Lookup } from '../../../data/lookup/answer';
import type { Spot } from '../reading/under-pointer';
import { CardFrame, type Mode } from './card-frame';
import { CardHost } from './card-host';
import { FocusReturn } from './focus-return';
import { followViewport } from './follow-viewport';

/** What the cards are given by the reader of their frame. */
export interface CardOptions {
  readonly lookUp: (text: string) => Promise<Lookup | null>;
  readonly askSynonyms: AskSynonyms;
  readonly setDate: (on: Day | null) => Promise<void>;
  readonly appearance: () => Parameters<typeof appearanceOf>[0];
  readonly copyFormat: () => CopyFormat;
  /** Whether cards open with all of their parts. */
  readonly isUnfolded: () => boolean;
  /** Opens the browser's side panel with a code, prefix or range as it is printed. */
  readonly openPanel: (query: string) => void;
  /** What has the focus in the page, through the shadow roots that are known. */
  readonly focused: () => Element | null;
  /** The pointer has come into a card. */
  readonly onEnter: () => void;
}

/** The cards in the page: one that comes and goes, and those that were pinned. */
export class PageCard {
  #host: CardHost | null = null;
  #current: CardFrame | null = null;
  readonly #pinned = new Set<CardFrame>();
  #stopped = new AbortController();

  constructor(private readonly options: CardOptions) {}

  /**
   * Shows a code's card beside its place in the page, instead of the one that comes and goes.
   * @returns false when the page does not let it stand
   */
  async show(
    lookup: Lookup,
    spot: Pick<Spot, 'rects' | 'element'>,
    mode: Exclude<Mode, 'pinned'>,
  ): Promise<boolean> {
    this.close();
    const host = this.#open();
    if (host.hasGivenUp) return false;
    const frame: CardFrame = new CardFrame(lookup, spot, mode, {
      ...this.options,
      visibleArea: () => host.visibleArea(),
      onPin: () => this.#pin(frame),
      // A tooltip goes first, wherever the focus is (WCAG 2.2, 1.4.13).
      onEscape: () => this.#close(this.#current && !this.#current.isDialog ? this.#current : frame),
      onClose: () => this.#close(frame),
    });
    this.#current = frame;
    host.add(frame.element);
    host.open(spot.element);
    await frame.place({ anew: true });
    if (mode === 'stepped') host.announce(frame.name);
    if (mode !== 'asked') return true;
    this.#takeFocus(frame, host);
    return host.settled();
  }

  /** Closes the card that is not pinned. */
  close(): void {
    if (this.#current) this.#close(this.#current);
  }

  /** Closes the card unless it was asked for. */
  closeHover(): void {
    if (!this.isAsked) this.close();
  }

  /** Pins the card that is not pinned. */
  pin(): boolean {
    if (!this.#current) return false;
    this.#pin(this.#current);
    return true;
  }

  /** Whether a card stands that was asked for, other than the pinned ones. */
  get isAsked(): boolean {
    return this.#current?.isDialog === true;
  }

  /** Whether the pointer is in a card. */
  get isUnderPointer(): boolean {
    return this.#host?.isUnderPointer === true;
  }

  remove(): void {
    this.#stopped.abort();
    for (const frame of [this.#current, ...this.#pinned]) frame?.empty();
    this.#current = null;
    this.#pinned.clear();
    this.#host?.remove();
    this.#host = null;
  }

  #open(): CardHost {
    if (this.#host) return this.#host;
    this.#stopped = new AbortController();
    const { signal } = this.#stopped;
    const placeAnew = () => {
      for (const frame of this.#frames()) void frame.place({ anew: true });
    };
    // By a scrolling what follows the pointer is closed.
    const onScroll = () => void this.#current?.place({ anew: true });
    followViewport({ onScroll, onResize: placeAnew }, signal);
    // A page that keeps the focus in a part of it would take it out of the card. What follows within is no matter.
    for (const type of ['focusin', 'focus'])
      window.addEventListener(
        type,
        (event) => this.#host?.isTarget(event) && event.stopImmediatePropagation(),
        {
          signal,
          capture: true,
        },
      );
    const onResize = (element: Element) => {
      for (const frame of this.#frames()) if (frame.element === element) void frame.place({ anew: false });
    };
    this.#host = new CardHost(onResize, placeAnew);
    return this.#host;
  }

  #pin(frame: CardFrame): void {
    if (this.#current === frame) this.#current = null;
    this.#pinned.add(frame);
    frame.mode = 'pinned';
    void frame.place({ anew: false });
    if (this.#host) this.#takeFocus(frame, this.#host);
  }

  #close(frame: CardFrame): void {
    const hadFocus = this.#host?.focused && frame.element.contains(this.#host.focused);
    if (this.#current === frame) this.#current = null;
    this.#pinned.delete(frame);
    this.#host?.take(frame.element);
    frame.empty();
    if (hadFocus) frame.focusReturn?.giveBack();
  }

  #takeFocus(frame: CardFrame, host: CardHost): void {
    const { focused } = host;
    if (focused && frame.element.contains(focused)) return;
    frame.focusReturn = new FocusReturn(focused ?? this.options.focused());
    frame.takeFocus();
  }

  *#frames(): Generator<CardFrame> {
    if (this.#current) yield this.#current;
    yield* this.#pinned;
  }
}
