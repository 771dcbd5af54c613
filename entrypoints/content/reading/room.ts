/** What a card needs beside its code, in CSS pixels: its width with the gaps, less where it is as wide as the frame. */
const CARD_WIDTH = 420;
const LEAST_WIDTH = 300;
const LEAST_HEIGHT = 220;
/** Boxes are told in fractions of pixels. */
const TOLERANCE = 2;

/** How many frames are around this one: none around the top document. */
export function depthOfFrame(): number {
  let depth = 0;
  for (let at: Window = window; at !== at.parent; at = at.parent) depth++;
  return depth;
}

/**
 * Whether a card has room beside a code in this frame: then all of the frame is on the screen, and large enough. In the
 * top document it always has.
 * @param boxes where the code stands in the viewport
 */
export async function hasRoomFor(boxes: readonly DOMRect[]): Promise<boolean> {
  if (window === window.parent) return true;
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const line = innerWidth >= LEAST_WIDTH && Math.max(top, innerHeight - bottom) >= LEAST_HEIGHT;
  const side = innerHeight >= LEAST_HEIGHT && Math.max(left, innerWidth - right) >= CARD_WIDTH;
  return (line || side) && (await isWhollySeen());
}

/**
 * Whether nothing of this frame's viewport is scrolled away or cut off by the documents around it. The browser tells
 * that to frames of other origins too.
 */
async function isWhollySeen(): Promise<boolean> {
  const seen = await new Promise<DOMRectReadOnly>((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry?.intersectionRect ?? new DOMRect());
    });
    observer.observe(document.documentElement);
  });
  const { left, top, right, bottom } = document.documentElement.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return seen.width >= width - TOLERANCE && seen.height >= height - TOLERANCE;
}
