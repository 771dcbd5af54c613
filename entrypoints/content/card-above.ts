import { MOST_BOXES } from '../../components/code-in-frame';
import { sendMessage } from '../../components/messages';
import type { Mode } from './card/card-frame';
import type { Pointed } from './reading/pointed';
import { depthOfFrame } from './reading/room';
import type { ScreenPointer } from './reading/screen-pointer';

/** The card of this frame while the top frame shows it, for want of room here. */
export class CardAbove {
  #isOpen = false;

  /** @param pointer what this frame knows of the pointer */
  constructor(private readonly pointer: ScreenPointer) {}

  /**
   * Asks the frames around this one for a card.
   * @returns false when none of them can tell where this frame stands
   */
  async show({ text, rects }: Pointed, mode: Exclude<Mode, 'pinned'>): Promise<boolean> {
    this.#isOpen = true;
    const boxes = rects()
      .slice(0, MOST_BOXES)
      .map(({ x, y, width, height }) => ({ x, y, width, height }));
    const viewport = { width: innerWidth, height: innerHeight };
    const pointer = this.pointer.last;
    const depth = depthOfFrame();
    this.#isOpen = await sendMessage('showAbove', { text, mode, boxes, viewport, pointer, depth });
    return this.#isOpen;
  }

  /** Closes it, unless the pointer is in it by now; one that was asked for only where that is said. */
  async close({ askedToo }: { readonly askedToo: boolean }): Promise<void> {
    if (!this.#isOpen) return;
    const isPointerHere = this.pointer.isHere;
    this.#isOpen = !(await sendMessage('closeAbove', { askedToo, isPointerHere }));
  }
}
