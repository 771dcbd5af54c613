import { isElement, standsIn } from './nodes';

/** How many elements are passed on the way to the first one on the screen. */
const MOST_PASSED = 300;

/** The first element of what is on the screen: reading begins there, so that what one sees comes first. */
export function topOfViewport(): Element | null {
  if (!isScrolled()) return null;
  // In the middle, since the corners belong to bars and margins.
  for (const across of [0.4, 0.15, 0.7]) {
    for (const down of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
      const element = document.elementFromPoint(innerWidth * across, innerHeight * down);
      // Not what holds the text, on which a point in a gap falls.
      if (element?.scrollTop === 0 && beginsNearby(boxOf(element))) return firstOnScreen(element);
    }
  }
  return null;
}

/** Whether something of the page is above the screen, or may be: of the document, or of a box in its middle. */
function isScrolled(): boolean {
  if (scrollY !== 0 || window.innerHeight < document.documentElement.scrollHeight) return true;
  // Many applications fill the screen with boxes that scroll by themselves.
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  if (!middle) return false;
  const hasScrolled = (node: Node) => isElement(node) && node.scrollTop > 0;
  return hasScrolled(middle) || standsIn(middle, hasScrolled);
}

/** Of the elements on the screen the one that comes first in the document, from one of them on. */
function firstOnScreen(element: Element): Element {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  let first = element;
  for (let passed = 0; passed < MOST_PASSED; passed++) {
    const before = walker.previousNode() as Element | null;
    if (!before) break;
    const box = boxOf(before);
    if (box.height === 0) continue;
    if (box.bottom <= 0) break;
    if (beginsNearby(box)) first = before;
  }
  return first;
}

/** Not far above the screen, as what holds all the text of a page does. */
function beginsNearby({ top }: DOMRect): boolean {
  return top > -innerHeight;
}

function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** When the page has been told that it was scrolled: in the frame after the scrolling. */
export function afterScrolling(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
