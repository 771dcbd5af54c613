import { bringIntoView } from '../reading/bring-into-view';
import { inReadingOrder } from '../reading/in-order';
import { isShown } from '../reading/shown';
import { isOnStage } from '../reading/stage';
import { boxesOf } from '../reading/under-pointer';
import type { Mark, Marks } from './marks';

/** Not with the prefix of the marks, since it is none: the code that it stands on has its mark as well. */
const NAME = 'here-dxlens';
/** Painted over the marks. */
const PRIORITY = 1;

export type Direction = 'next' | 'previous';

/** The place that the keyboard has got to among the codes of this frame: a highlight, no focus. */
export class Marker {
  #mark: Mark | null = null;
  /** Its place in the order when it was last told, for when the mark has gone. */
  #index = 0;
  #isLatest = false;

  /** @param roots gives the shadow roots in which marks can be */
  constructor(
    private readonly marks: Marks,
    private readonly roots: () => readonly ShadowRoot[],
    signal: AbortSignal,
  ) {
    const options = { signal, capture: true, passive: true };
    const elsewhere = () => {
      this.#isLatest = false;
    };
    for (const type of ['selectionchange', 'focusin', 'pointerdown'])
      window.addEventListener(type, elsewhere, options);
    signal.addEventListener('abort', () => this.leave());
  }

  /** The code that it stands on. */
  get mark(): Mark | null {
    return this.#mark;
  }

  /** Whether the user has moved it since the caret, the selection or the focus was moved. */
  get isLatest(): boolean {
    return this.#isLatest && this.#mark !== null;
  }

  /**
   * Moves on to the next code that is shown, and scrolls it into view.
   * @param from `edge` begins at the first code, or at the last one; `here` where it stands; where it stands nowhere,
   *   at what is on the screen
   * @returns null at the end, where it stays
   */
  step(direction: Direction, from: 'here' | 'edge'): { mark: Mark; isScrolled: boolean } | null {
    const all = inReadingOrder(this.marks.all(), document, this.roots());
    const by = direction === 'next' ? 1 : -1;
    for (let index = this.#startIn(all, direction, from); index in all; index += by) {
      const mark = all[index];
      const element = mark && elementOf(mark);
      if (!element || !isShown(element) || !isOnStage(element) || boxesOf(mark.range).length === 0) continue;
      this.#put(mark, index);
      const isScrolled = bringIntoView(element, () => boxesOf(mark.range)[0] ?? new DOMRect());
      return { mark, isScrolled };
    }
    return null;
  }

  /** Takes it out of the page. */
  leave(): void {
    this.#mark = null;
    this.#isLatest = false;
    CSS.highlights.delete(NAME);
  }

  /** Marks have come or gone: it stands on none that has gone. */
  changed(): void {
    if (this.#mark && !this.marks.has(this.#mark)) this.leave();
  }

  #startIn(all: readonly Mark[], direction: Direction, from: 'here' | 'edge'): number {
    const first = direction === 'next' ? 0 : all.length - 1;
    if (from === 'edge') return first;
    const here = this.#mark ? all.indexOf(this.#mark) : -1;
    if (here >= 0) return here + (direction === 'next' ? 1 : -1);
    // The page has put another text in its place.
    if (this.#index > 0) return Math.min(this.#index, all.length - 1);
    const onScreen = (mark: Mark) => boxesOf(mark.range).some(isOnScreen);
    const seen = direction === 'next' ? all.findIndex(onScreen) : all.findLastIndex(onScreen);
    return seen >= 0 ? seen : first;
  }

  #put(mark: Mark, index: number): void {
    this.#mark = mark;
    this.#index = index;
    this.#isLatest = true;
    const highlight = new Highlight(mark.range);
    highlight.priority = PRIORITY;
    CSS.highlights.set(NAME, highlight);
  }
}

/** Takes what an earlier version of Dx Lens has left out of the registry. */
export function removeLeftMarker(): void {
  CSS.highlights.delete(NAME);
}

function elementOf(mark: Mark): Element | null {
  return mark.range.startContainer.parentElement;
}

function isOnScreen({ top, bottom, left, right }: DOMRect): boolean {
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}
