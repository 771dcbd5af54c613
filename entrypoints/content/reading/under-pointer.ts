import type { Code } from '../../../data/code';
import type { Marks } from '../marking/marks';
import { codeInField, isDiagnosisField } from './fields';

/** A code in the page and where it stands. */
export interface Spot {
  readonly code: Code;
  /** Whether the page says that it is a diagnosis code: then it is explained even when it is none. */
  readonly isLabelled: boolean;
  /** Its boxes in the viewport, read anew at each call. */
  rects(): DOMRect[];
  /** The element it stands in. */
  readonly element: Element | null;
}

/** How far from its boxes, in CSS pixels, the pointer still counts as on a code. */
const TOLERANCE = 2;

/** The code under a point of the viewport, in marked text or in a form field. */
export function spotAt(marks: Marks, x: number, y: number): Spot | null {
  const element = document.elementFromPoint(x, y);
  // A caret stands in no <select>.
  const spot =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? spotInField(element)
      : // Finding a caret makes the browser lay the page out; one without codes is spared that.
        spotInText(marks, marks.isEmpty ? null : document.caretPositionFromPoint(x, y));
  // The caret position is the nearest one, however far away: the point itself must be on the code.
  return spot?.rects().some((rect) => isOn(rect, x, y)) ? spot : null;
}

function spotInText(marks: Marks, caret: CaretPosition | null): Spot | null {
  const mark = caret && marks.at(caret.offsetNode, caret.offset);
  if (!mark) return null;
  // What is no code is marked behind a label alone.
  return {
    code: mark.code,
    isLabelled: true,
    element: caret.offsetNode.parentElement,
    rects: () => rectsOf(mark.range),
  };
}

function spotInField(element: Element): Spot | null {
  const code = codeInField(element);
  return (
    code && {
      code,
      isLabelled: isDiagnosisField(element),
      element,
      rects: () => [element.getBoundingClientRect()],
    }
  );
}

/** A static range outlives its text: none where the page has shortened it. */
function rectsOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect[] {
  if (startOffset > lengthOf(startContainer) || endOffset > lengthOf(endContainer)) return [];
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}

function lengthOf(node: Node): number {
  return node.nodeValue?.length ?? 0;
}

function isOn(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}
