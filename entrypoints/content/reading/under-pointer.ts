import type { Code } from '../../../data/code';
import type { Marks } from '../marking/marks';
import { codeInField } from './fields';

/** A code in the page and where it stands. */
export interface Spot {
  readonly code: Code;
  /** Its boxes in the viewport, read anew at each call. */
  rects(): DOMRect[];
  /** The element it stands in. */
  readonly element: Element | null;
}

/** How far from its boxes, in CSS pixels, the pointer still counts as on a code. */
const TOLERANCE = 2;

/** The code under a point of the viewport, in marked text or in a form field. */
export function spotAt(marks: Marks, x: number, y: number): Spot | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  const { offsetNode, offset } = caret;
  const spot =
    offsetNode instanceof Element ? spotInField(offsetNode) : spotInText(marks, offsetNode, offset);
  // The caret position is the nearest one, however far away: the point itself must be on the code.
  return spot?.rects().some((rect) => isOn(rect, x, y)) ? spot : null;
}

function spotInText(marks: Marks, node: Node, offset: number): Spot | null {
  const mark = marks.at(node, offset);
  return mark && { code: mark.code, element: node.parentElement, rects: () => rectsOf(mark.range) };
}

function spotInField(element: Element): Spot | null {
  const code = codeInField(element);
  return code && { code, element, rects: () => [element.getBoundingClientRect()] };
}

function rectsOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect[] {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}

function isOn(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}
