import cardCss from '../../../components/card/card.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import hostCss from './host.css?inline';

/**
 * The one element that Dx Lens adds to a page: `<dxlens-card>`, a popover with a closed shadow root. It is made
 * when the first card opens, and taken away with the content script.
 */
export class CardHost {
  readonly #host = document.createElement('dxlens-card');
  /** Where the card is rendered. */
  readonly frame = document.createElement('div');

  constructor() {
    const root = this.#host.attachShadow({ mode: 'closed' });
    // A style sheet of our own making: a <style> element would fall under the page's CSP in Firefox.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${tokensCss}\n${cardCss}\n${hostCss}`);
    root.adoptedStyleSheets = [sheet];
    this.frame.className = 'frame';
    root.append(this.frame);
    this.#host.popover = 'manual';
  }

  /**
   * Puts the card into the top layer.
   * @param beside the element it belongs to: inside a modal dialog the card must be a child of that dialog,
   *   since all outside it is inert
   */
  open(beside: Element | null): void {
    const parent = beside?.closest('dialog:modal') ?? document.documentElement;
    if (this.#host.parentNode !== parent) parent.append(this.#host);
    else if (this.isOpen) this.#host.hidePopover();
    this.#host.showPopover();
  }

  close(): void {
    if (this.isOpen) this.#host.hidePopover();
  }

  remove(): void {
    this.#host.remove();
  }

  get isOpen(): boolean {
    return this.#host.isConnected && this.#host.matches(':popover-open');
  }

  /** Whether the keyboard's focus is in the card. */
  get hasFocus(): boolean {
    return document.activeElement === this.#host;
  }
}
