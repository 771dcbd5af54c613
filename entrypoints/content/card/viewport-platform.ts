import type { Platform } from '@floating-ui/core';

/**
 * What Floating UI must know of its surroundings. Of `@floating-ui/dom`, which finds scrolling and transformed
 * ancestors for any element, the card needs nothing: it stands in the top layer, whose one frame is the viewport.
 */
export const viewportPlatform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: boxOf(reference.getBoundingClientRect()),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: ({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }),
  getClippingRect: () => {
    const { clientWidth, clientHeight } = document.documentElement;
    const visible = window.visualViewport;
    // Pinch zoom shows a part of the viewport. A page in quirks mode gives the height of its content here.
    return {
      x: visible?.offsetLeft ?? 0,
      y: visible?.offsetTop ?? 0,
      width: Math.min(clientWidth, visible?.width ?? clientWidth),
      height: Math.min(innerHeight, visible?.height ?? clientHeight),
    };
  },
};

function boxOf({ x, y, width, height }: DOMRect) {
  return { x, y, width, height };
}
