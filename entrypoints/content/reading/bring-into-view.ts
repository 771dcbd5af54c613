import { flatParentOf } from './flat-tree';

/**
 * Scrolls a place of the page into view, in the middle of each box that it is scrolled in, as the browser's own search
 * in a page does. What is in view already is left where it is.
 * @param boxOf its box in the viewport, read anew after each scrolling
 * @param element the element it stands in
 * @returns whether anything was scrolled
 */
export function bringIntoView(element: Element, boxOf: () => DOMRect): boolean {
  let isScrolled = false;
  // What is around a frame only the browser can scroll.
  if (window !== window.parent)
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    const isPage = at === (document.scrollingElement ?? document.documentElement);
    if (!isPage && !isScroller(at)) continue;
    const view = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : at.getBoundingClientRect();
    const box = boxOf();
    const top = isWithin(box.top, box.bottom, view.top, view.bottom)
      ? 0
      : middle(box, 'y') - middle(view, 'y');
    const left = isWithin(box.left, box.right, view.left, view.right)
      ? 0
      : middle(box, 'x') - middle(view, 'x');
    if (top === 0 && left === 0) continue;
    at.scrollBy({ top, left, behavior: 'instant' });
    isScrolled = true;
  }
  return isScrolled;
}

function isScroller(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth)
    return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return [overflowX, overflowY].some((overflow) => overflow !== 'visible' && overflow !== 'clip');
}

function isWithin(start: number, end: number, from: number, to: number): boolean {
  return start >= from && end <= to;
}

function middle(box: DOMRect, axis: 'x' | 'y'): number {
  return axis === 'x' ? box.x + box.width / 2 : box.y + box.height / 2;
}
