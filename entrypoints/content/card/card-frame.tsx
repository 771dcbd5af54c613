import { render } from 'preact';
import { appearanceOf } from '../../../components/appearance';
import { CardTrail } from '../../../components/card/CardTrail';
import { CopyFormatContext } from '../../../components/card/copy-format-context';
import { SynonymsContext } from '../../../components/card/synonyms-context';
import { entryOf, labelOf, queryOf, spellingOf } from '../../../components/verdict';
import type { Lookup } from '../../../data/lookup/answer';
import type { Spot } from '../reading/under-pointer';
import { CardBar } from './CardBar';
import type { FocusReturn } from './focus-return';
import { keepPointer } from './keep-pointer';
import { moveBy, moveInto, startDrag } from './move';
import type { CardOptions } from './page-card';
import { themeAt } from './page-theme';
import { type Placement, placeBeside } from './place';

/**
 * A card that follows the pointer; the same at a code that the keyboard has got to, which is read out; one that was
 * asked for and stays until Escape or a click beside it; or one that was pinned, which stays until it is closed.
 */
export type Mode = 'hover' | 'stepped' | 'asked' | 'pinned';

interface Surroundings extends Omit<CardOptions, 'focused'> {
  /** The visible part of the viewport. */
  readonly visibleArea: () => DOMRect;
  readonly onPin: () => void;
  readonly onEscape: () => void;
  readonly onClose: () => void;
}

/** What a page would take for its own, or keep from working in a card, if it came to see it. */
const KEPT_FROM_PAGE = [
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'copy', 'cut', 'paste'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['selectstart', 'dragstart', 'wheel', 'touchstart', 'touchmove', 'touchend'],
];

/** One card of the page: its element, which `CardHost` takes, what is in it, and its place. */
export class CardFrame {
  readonly element = document.createElement('div');
  /** Where the focus goes when the card is closed; null while the card never had it. */
  focusReturn: FocusReturn | null = null;
  #placement: Placement | null = null;
  #shown: Lookup;
  #mode: Mode;
  /** A card that comes of itself answers at a glance; one that is asked for says all. */
  readonly #isFolded: boolean;

  constructor(
    private readonly first: Lookup,
    private readonly spot: Pick<Spot, 'rects' | 'element'>,
    mode: Mode,
    private readonly around: Surroundings,
  ) {
    this.#shown = first;
    this.#mode = mode;
    this.#isFolded = !this.isDialog && !around.isUnfolded();
    const { element } = this;
    element.className = `frame ${appearanceOf(around.appearance(), themeAt(spot.element))}`;
    element.tabIndex = -1;
    element.addEventListener('pointerenter', around.onEnter);
    element.addEventListener('keydown', (event) => this.#onKeyDown(event));
    element.addEventListener(
      'pointerdown',
      (event) => this.#mode === 'pinned' && startDrag(element, event, around.visibleArea),
    );
    // A click on a button of a hover card leaves the focus where it is, in the page.
    element.addEventListener('mousedown', (event) => {
      if (!this.isDialog && event.target instanceof Element && event.target.closest('button'))
        event.preventDefault();
    });
    keepPointer(element);
    for (const type of KEPT_FROM_PAGE) element.addEventListener(type, (event) => event.stopPropagation());
    this.mode = mode;
  }

  get mode(): Mode {
    return this.#mode;
  }

  set mode(mode: Mode) {
    this.#mode = mode;
    this.element.classList.toggle('pinned', mode === 'pinned');
    this.element.setAttribute('role', this.isDialog ? 'dialog' : 'tooltip');
    this.#render();
  }

  get isDialog(): boolean {
    return this.#mode === 'asked' || this.#mode === 'pinned';
  }

  /** The accessible name: code and verdict first. */
  get name(): string {
    const title = entryOf(this.#shown)?.title;
    return `${spellingOf(this.#shown)} ${labelOf(this.#shown)}${title ? `: ${title}` : ''}`;
  }

  /** Puts it beside its code, on the side where it is already or on the best one; a pinned one just into the viewport. */
  async place({ anew }: { readonly anew: boolean }): Promise<void> {
    const area = this.around.visibleArea();
    const { style } = this.element;
    if (anew || this.isDialog) style.minBlockSize = '';
    if (this.#mode === 'pinned') moveInto(this.element, area);
    else this.#placement = await placeBeside(this.element, this.spot, area, anew ? null : this.#placement);
    // What follows the pointer must not shrink from under it, when a question leaves fewer answers than the last.
    if (!this.isDialog) style.minBlockSize = `${this.element.offsetHeight}px`;
  }

  takeFocus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Takes away what is in it. */
  empty(): void {
    render(null, this.element);
  }

  #onKeyDown({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): void {
    if (key === 'Escape') this.around.onEscape();
    // P and S can be the answers of a chooser, which then has taken them.
    if (defaultPrevented) return;
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (isTyping || ctrlKey || metaKey || altKey) return;
    if (key === 'p' && this.#mode !== 'pinned') this.around.onPin();
    if (key === 's') this.#openPanel();
  }

  readonly #openPanel = () => this.around.openPanel(queryOf(this.#shown));

  readonly #onShow = (lookup: Lookup) => {
    this.#shown = lookup;
    this.element.setAttribute('aria-label', this.name);
  };

  readonly #onMove = (x: number, y: number) => moveBy(this.element, x, y, this.around.visibleArea());

  #render(): void {
    this.element.setAttribute('aria-label', this.name);
    render(
      <CopyFormatContext.Provider value={this.around.copyFormat()}>
        <SynonymsContext.Provider value={this.around.askSynonyms}>
          <CardTrail
            first={this.first}
            lookUp={this.around.lookUp}
            setDate={this.around.setDate}
            onShow={this.#onShow}
            isFolded={this.#isFolded}
          />
        </SynonymsContext.Provider>
        <CardBar
          isPinned={this.#mode === 'pinned'}
          isDialog={this.isDialog}
          onPin={this.around.onPin}
          onPanel={this.#openPanel}
          onClose={this.around.onClose}
          onMove={this.#onMove}
        />
      </CopyFormatContext.Provider>,
      this.element,
    );
  }
}
