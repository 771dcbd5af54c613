import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Spot } from '../reading/under-pointer';

/** Room kept free to the edges of the viewport, in CSS pixels. */
const MARGIN = 8;

/** Places the card's frame below or above a code, never over it, and wholly inside the viewport. */
export async function placeBeside(frame: HTMLElement, spot: Pick<Spot, 'rects'>): Promise<void> {
  const code = {
    getBoundingClientRect: () => union(spot.rects()),
    getClientRects: () => spot.rects(),
  };
  frame.style.maxBlockSize = '';
  const { x, y } = await computePosition(code, frame, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(4),
      flip({ padding: MARGIN, fallbackPlacements: ['top-start'], fallbackStrategy: 'bestFit' }),
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

function union(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
