import { computePosition, flip, offset, shift, size } from '@floating-ui/core';
import { containerOf } from '../reading/inline-runs';
import type { Spot } from '../reading/under-pointer';
import { viewportPlatform } from './viewport-platform';

/** Room kept free to the edges of the viewport, and to the code, in CSS pixels. */
const MARGIN = 8;
const GAP = 4;

/** A block with at most so many characters is a cell or a line of a list rather than prose. */
const SHORT_BLOCK = 40;

/**
 * Places the card's frame beside a code, never over it, and wholly inside the viewport. In a column of codes it
 * stands to the side, so that the next code stays within reach of the pointer; in prose below the line. Where the
 * code has left the page it stays where it is.
 */
export async function placeBeside(frame: HTMLElement, spot: Pick<Spot, 'rects' | 'element'>): Promise<void> {
  if (spot.rects().length === 0) return;
  const code = {
    getBoundingClientRect: () => union(spot.rects()),
    getClientRects: () => spot.rects(),
  };
  frame.style.maxBlockSize = '';
  // A card can be cut in height, not in width: a side without the room is no choice, even where none is good.
  const sides = sidesWithRoom(code.getBoundingClientRect(), frame.offsetWidth + GAP + MARGIN);
  const lines = ['bottom-start', 'top-start'] as const;
  const [preferred = 'bottom-start', ...others] = isInColumn(spot.element)
    ? [...sides, ...lines]
    : [...lines, ...sides];
  const { x, y } = await computePosition(code, frame, {
    platform: viewportPlatform,
    strategy: 'fixed',
    placement: preferred,
    middleware: [
      offset(GAP),
      // Along the code `shift` makes the room.
      flip({ padding: MARGIN, crossAxis: false, fallbackPlacements: others }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxBlockSize = `${Math.max(120, Math.min(480, availableHeight))}px`;
        },
      }),
    ],
  });
  frame.style.left = `${x}px`;
  frame.style.top = `${y}px`;
}

function sidesWithRoom(code: DOMRect, room: number): ('right-start' | 'left-start')[] {
  const { clientWidth } = document.documentElement;
  return [
    ...(clientWidth - code.right >= room ? (['right-start'] as const) : []),
    ...(code.left >= room ? (['left-start'] as const) : []),
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
