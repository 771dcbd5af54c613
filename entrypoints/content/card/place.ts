import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/core';
import { containerOf } from '../reading/inline-runs';
import type { Spot } from '../reading/under-pointer';
import { moveInto } from './move';
import { platformIn } from './viewport-platform';

export type { Placement };

/** Room kept free to the edges of the viewport, and to the code, in CSS pixels. */
const MARGIN = 8;
const GAP = 4;

/** In CSS pixels. Below the least nothing could be read, and the card stands over the code. */
const MOST_HEIGHT = 500;
const LEAST_HEIGHT = 64;

/** A block with at most so many characters is a cell or a line of a list rather than prose. */
const SHORT_BLOCK = 40;

/**
 * Places the card's frame beside a code, never over it, and wholly inside the viewport. In a column of codes it
 * stands to the side, so that the next code stays within reach of the pointer; in prose below the line. Where the
 * code has left the page it stays where it is.
 * @param area the visible part of the viewport
 * @param kept the side on which it stays; null to choose the best one
 * @returns the side on which it stands now
 */
export async function placeBeside(
  frame: HTMLElement,
  spot: Pick<Spot, 'rects' | 'element'>,
  area: DOMRect,
  kept: Placement | null = null,
): Promise<Placement | null> {
  if (spot.rects().length === 0) return kept;
  const code = {
    getBoundingClientRect: () => union(spot.rects()),
    getClientRects: () => spot.rects(),
  };
  frame.style.maxBlockSize = '';
  // A card can be cut in height, not in width: a side without the room is no choice, even where none is good.
  const sides = sidesWithRoom(code.getBoundingClientRect(), frame.offsetWidth + GAP + MARGIN, area);
  const lines = ['bottom-start', 'top-start'] as const;
  const [preferred = 'bottom-start', ...others] = isInColumn(spot.element)
    ? [...sides, ...lines]
    : [...lines, ...sides];
  const { x, y, placement } = await computePosition(code, frame, {
    platform: platformIn(area),
    strategy: 'fixed',
    placement: kept ?? preferred,
    middleware: [
      offset(GAP),
      // Along the code `shift` makes the room.
      !kept && flip({ padding: MARGIN, crossAxis: false, fallbackPlacements: others }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxBlockSize = `${Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, availableHeight))}px`;
        },
      }),
    ],
  });
  // On whole pixels text is sharp; the gap to the code is larger than what that takes.
  frame.style.left = `${Math.round(x)}px`;
  frame.style.top = `${Math.round(y)}px`;
  // A code that is scrolled away takes no card with it.
  moveInto(frame, area);
  return placement;
}

function sidesWithRoom(code: DOMRect, room: number, area: DOMRect): ('right-start' | 'left-start')[] {
  return [
    ...(area.right - code.right >= room ? (['right-start'] as const) : []),
    ...(code.left - area.left >= room ? (['left-start'] as const) : []),
  ];
}

function isInColumn(element: Element | null): boolean {
  const block = element && containerOf(element);
  return (block?.textContent?.trim().length ?? 0) <= SHORT_BLOCK;
}

function union(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
