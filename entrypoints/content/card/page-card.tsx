import { render } from 'preact';
import { appearanceOf } from '../../../components/appearance';
import { CardTrail } from '../../../components/card/CardTrail';
import { CopyFormatContext } from '../../../components/card/copy-format-context';
import type { CopyFormat } from '../../../components/copy-format';
import { entryOf, labelOf, spellingOf } from '../../../components/verdict';
import type { Day } from '../../../data/day';
import type { Lookup } from '../../../data/lookup/answer';
import type { Spot } from '../reading/under-pointer';
import { CardHost } from './card-host';
import { themeAt } from './page-theme';
import { placeBeside } from './place';

/**
 * A card that follows the pointer; the same at a code that the keyboard has got to, which is read out; or one that was
 * asked for and stays until it is closed.
 */
export type Mode = 'hover' | 'stepped' | 'asked';

/** What the card is given by the reader of its frame. */
export interface CardOptions {
  readonly lookUp: (text: string) => Promise<Lookup | null>;
  readonly setDate: (on: Day | null) => Promise<void>;
  readonly appearance: () => Parameters<typeof appearanceOf>[0];
  readonly copyFormat: () => CopyFormat;
  /** The pointer has come into the card. */
  readonly onEnter: () => void;
}

/** The card in the page. */
export class PageCard {
  #host: CardHost | null = null;
  #mode: Mode = 'hover';
  #focusBefore: Element | null = null;

  constructor(private readonly options: CardOptions) {}

  /** Shows a code's card beside its place in the page, instead of the one that is open. */
  async show(lookup: Lookup, spot: Pick<Spot, 'rects' | 'element'>, mode: Mode): Promise<void> {
    this.close();
    this.#host ??= this.#makeHost();
    this.#mode = mode;
    const { frame } = this.#host;
    frame.className = `frame ${appearanceOf(this.options.appearance(), themeAt(spot.element))}`;
    frame.setAttribute('role', mode === 'asked' ? 'dialog' : 'tooltip');
    this.#name(lookup);
    render(
      <CopyFormatContext.Provider value={this.options.copyFormat()}>
        {mode === 'asked' && (
          <button type="button" class="close" aria-label="Close" onClick={() => this.close()}>
            ✕
          </button>
        )}
        <CardTrail
          first={lookup}
          lookUp={this.options.lookUp}
          setDate={this.options.setDate}
          onShow={(shown) => {
            this.#name(shown);
            void placeBeside(frame, spot);
          }}
        />
      </CopyFormatContext.Provider>,
      frame,
    );
    this.#host.open(spot.element);
    await placeBeside(frame, spot);
    if (mode === 'asked') this.#takeFocus(frame);
  }

  close(): void {
    if (!this.#host) return;
    const hadFocus = this.#host.hasFocus;
    this.#host.close();
    render(null, this.#host.frame);
    if (hadFocus && this.#focusBefore instanceof HTMLElement)
      this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  }

  /** Closes the card unless it was asked for. */
  closeHover(): void {
    if (this.#mode !== 'asked') this.close();
  }

  /** Whether a card stands that was asked for. */
  get isAsked(): boolean {
    return this.#mode === 'asked' && this.#host?.isOpen === true;
  }

  remove(): void {
    this.close();
    this.#host?.remove();
    this.#host = null;
  }

  #makeHost(): CardHost {
    const host = new CardHost();
    host.frame.addEventListener('pointerenter', this.options.onEnter);
    host.frame.addEventListener('keydown', (event) => {
      // What is typed in the card is not the page's to see.
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
    });
    // A click on a button of a hover card leaves the focus where it is, in the page.
    host.frame.addEventListener('mousedown', (event) => {
      if (this.#mode !== 'asked' && event.target instanceof Element && event.target.closest('button')) {
        event.preventDefault();
      }
    });
    return host;
  }

  #takeFocus(frame: HTMLElement): void {
    this.#focusBefore = document.activeElement;
    frame.tabIndex = -1;
    frame.focus({ preventScroll: true });
  }

  #name(lookup: Lookup): void {
    const title = entryOf(lookup)?.title;
    const name = `${spellingOf(lookup)} ${labelOf(lookup)}${title ? `: ${title}` : ''}`;
    this.#host?.frame.setAttribute('aria-label', name);
  }
}
