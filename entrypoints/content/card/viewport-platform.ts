import type { Platform } from '@floating-ui/core';

/**
 * What Floating UI must know of its surroundings. Of `@floating-ui/dom`, which finds scrolling and transformed
 * ancestors for any element, the card needs nothing: it stands in the top layer, whose one frame is the viewport.
 * @param area the visible part of the viewport
 */
export function platformIn({ x, y, width, height }: DOMRect): Platform {
  return {
    getElementRects: ({ reference, floating }) => ({
      reference: boxOf(reference.getBoundingClientRect()),
      floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
    }),
    getDimensions: ({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }),
    getClippingRect: () => ({ x, y, width, height }),
  };
}

function boxOf({ x, y, width, height }: DOMRect) {
  return { x, y, width, height };
}
