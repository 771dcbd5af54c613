import cardCss from '../../../components/card/card.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import { frontStage, stageAround } from '../reading/stage';
import hostCss from './host.css?inline';
import { TopLayer } from './top-layer';

/** A page that takes the cards away gets them back so often, in all. */
const MOST_RETURNS = 3;
/** When it is looked whether the page has taken them away at once, in milliseconds. */
const LOOKED_AFTER = 50;
/** What is to be read out must come after the element that it is read from. */
const ANNOUNCED_AFTER = 100;

/**
 * The one element that Dx Lens adds to a page: `<dxlens-card>`, a popover with a closed shadow root, in which all cards
 * of the frame stand. It is made when the first card opens, and taken away with the content script.
 */
export class CardHost {
  readonly #host = document.createElement('dxlens-card');
  readonly #root = this.#host.attachShadow({ mode: 'closed' });
  /** Undoes the page's zoom, so that the pixels in it are those of the viewport. */
  readonly #layer = document.createElement('div');
  /** Fills the viewport, without its scroll bars. */
  readonly #viewport = document.createElement('div');
  readonly #status = document.createElement('p');
  readonly #topLayer = new TopLayer((stage) => this.#show(stage));
  readonly #sizes: ResizeObserver;
  #returns = 0;
  #isWanted = false;

  /**
   * @param onResize called when a card has become larger or smaller
   * @param onReturn called when the cards have been away, where they could not be measured
   */
  constructor(
    onResize: (card: Element) => void,
    private readonly onReturn: () => void,
  ) {
    // A style sheet of our own making: a <style> element would fall under the page's CSP in Firefox.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${tokensCss}\n${cardCss}\n${hostCss}`);
    this.#root.adoptedStyleSheets = [sheet];
    this.#layer.lang = 'en';
    this.#viewport.className = 'viewport';
    this.#status.className = 'status';
    this.#status.role = 'status';
    this.#layer.append(this.#viewport, this.#status);
    this.#root.append(this.#layer);
    this.#sizes = new ResizeObserver((entries) => {
      // What has no size is not shown: the page has taken us away, or what we stand in.
      if (!this.isShown) this.#comeBack();
      // The page is zoomed anew, or has another viewport.
      else if (entries.some(({ target }) => target === this.#viewport)) this.#undoZoom();
      else for (const { target } of entries) onResize(target);
    });
    this.#sizes.observe(this.#viewport);
  }

  /** Adds a card, the first in reading order and in front of the others. */
  add(card: HTMLElement): void {
    this.#viewport.after(card);
    this.#sizes.observe(card);
  }

  /** Takes a card away, and with the last one leaves the top layer. */
  take(card: HTMLElement): void {
    this.#sizes.unobserve(card);
    card.remove();
    if (this.#layer.querySelector('.frame')) return;
    this.#isWanted = false;
    this.#topLayer.rest();
    this.#status.textContent = '';
    if (this.isShown) this.#host.hidePopover();
  }

  /**
   * Puts the cards into the top layer, in front of all else there.
   * @param beside the element that a card belongs to: inside a modal dialog the host must be a child of that dialog,
   *   since all outside it is inert; in Chromium the same goes for a fullscreen element
   */
  open(beside: Element | null): void {
    this.#isWanted = true;
    this.#show(stageAround(beside) ?? frontStage());
    this.#topLayer.watch(this.#host);
    this.#lookAgain();
  }

  /** Whether this page has taken the cards away so often that none is shown any more. */
  get hasGivenUp(): boolean {
    return this.#returns > MOST_RETURNS;
  }

  /** Resolves when the page has had the time to take the cards away: whether they are still there. */
  async settled(): Promise<boolean> {
    do {
      await new Promise((resolve) => setTimeout(resolve, LOOKED_AFTER * 2));
    } while (this.#isWanted && !this.isShown && !this.hasGivenUp);
    return this.isShown;
  }

  remove(): void {
    this.#isWanted = false;
    this.#topLayer.rest();
    this.#sizes.disconnect();
    this.#host.remove();
  }

  /** Has a text read out by a screen reader. */
  announce(text: string): void {
    this.#status.textContent = '';
    setTimeout(() => {
      this.#status.textContent = text;
    }, ANNOUNCED_AFTER);
  }

  /** The visible part of the viewport. Pinch zoom shows a part of it. */
  visibleArea(): DOMRect {
    const { offsetWidth: width, offsetHeight: height } = this.#viewport;
    const {
      offsetLeft = 0,
      offsetTop = 0,
      width: most = width,
      height: highest = height,
    } = visualViewport ?? {};
    return new DOMRect(offsetLeft, offsetTop, Math.min(width, most), Math.min(height, highest));
  }

  /** The element of a card that has the keyboard's focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  get isUnderPointer(): boolean {
    return this.#layer.querySelector('.frame:hover') !== null;
  }

  /** Whether an event comes from a card. */
  isTarget({ target }: Event): boolean {
    return target === this.#host;
  }

  get isShown(): boolean {
    return this.#host.isConnected && this.#host.matches(':popover-open') && this.#viewport.offsetWidth > 0;
  }

  #show(stage: Element | null): void {
    const { focused } = this;
    const parent = stage ?? document.documentElement;
    // The page can write its attributes.
    if (this.#host.popover !== 'manual') this.#host.popover = 'manual';
    if (this.#host.parentNode !== parent) parent.append(this.#host);
    else if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#host.showPopover();
    this.#undoZoom();
    if (focused instanceof HTMLElement && focused !== this.focused) focused.focus({ preventScroll: true });
  }

  #undoZoom(): void {
    this.#layer.style.zoom = String(1 / (this.#host.currentCSSZoom || 1));
  }

  /** A page may take elements away as soon as they come, before they have a size that could change. */
  #lookAgain(): void {
    setTimeout(() => {
      if (this.#isWanted && !this.isShown) this.#comeBack();
    }, LOOKED_AFTER);
  }

  #comeBack(): void {
    if (!this.#isWanted || this.hasGivenUp) return;
    this.#returns++;
    if (this.hasGivenUp) {
      console.info('Dx Lens: this page takes cards away, so none is shown here any more');
      return;
    }
    this.#show(frontStage());
    this.onReturn();
    this.#lookAgain();
  }
}
