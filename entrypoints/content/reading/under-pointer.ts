import type { Mark, Marks } from '../marking/marks';
import type { codeInField } from '../weighing/field-codes';

/** A code in the page and where it stands. */
export interface Spot {
  /** What to look up: `E11.9`, `E10.-`, `M40-M43`. */
  readonly query: string;
  /** Whether the page says that it is a diagnosis code: then it is explained even when it is none. */
  readonly isLabelled: boolean;
  /** Its boxes in the viewport, read anew at each call. */
  rects(): DOMRect[];
  /** The element it stands in. */
  readonly element: Element | null;
}

export type FindInField = typeof codeInField;

/** How far from its boxes, in CSS pixels, the pointer still counts as on a code. */
const TOLERANCE = 2;
/** The height of a line where the style gives none, in CSS pixels. */
const LINE = 20;

/**
 * The code under a point of the viewport, in marked text or in a form field.
 * @param inField finds the one in a field
 * @param roots the shadow roots of the page in which marks can be
 */
export function spotAt(
  marks: Marks,
  inField: FindInField,
  roots: readonly ShadowRoot[],
  x: number,
  y: number,
): Spot | null {
  const element = elementAt(roots, x, y);
  // Finding a caret makes the browser lay the page out; one without codes is spared that.
  const spot = isField(element)
    ? spotInField(element, inField, x, y)
    : spotInText(
        marks,
        marks.isEmpty ? null : document.caretPositionFromPoint(x, y, { shadowRoots: [...roots] }),
      );
  // The caret position is the nearest one, however far away: the point itself must be on the code.
  return spot?.rects().some((rect) => isOn(rect, x, y)) ? spot : null;
}

/** The innermost element at a point, through the shadow roots that are known. */
export function elementAt(roots: readonly ShadowRoot[], x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  let root = element && roots.find(({ host }) => host === element);
  while (root) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
    root = roots.find(({ host }) => host === inner);
  }
  return element;
}

function isField(element: Element | null): element is Element {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLOptionElement
  );
}

function spotInText(marks: Marks, caret: CaretPosition | null): Spot | null {
  const mark = caret && marks.at(caret.offsetNode, caret.offset);
  return mark && { ...spotOf(mark), element: caret.offsetNode.parentElement };
}

/** The place of a mark. */
export function spotOf({ query, range }: Mark): Spot {
  // What is no code is marked behind a label alone.
  return {
    query,
    isLabelled: true,
    element: range.startContainer.parentElement,
    rects: () => boxesOf(range),
  };
}

function spotInField(element: Element, inField: FindInField, x: number, y: number): Spot | null {
  const found = inField(element, () => offsetAt(element, x, y));
  if (!found) return null;
  const { query, isLabelled } = found;
  return { query, isLabelled, element, rects: () => [boxOf(element, y)] };
}

/** The character of a field's value under the pointer; null beside all of them. */
function offsetAt(field: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  // In a shadow root the caret is that of the host.
  if (!caret || (caret.offsetNode !== field && !field.getRootNode().contains(caret.offsetNode))) return null;
  return caret.offset;
}

/**
 * Where a character of a field's value is seen, or the caret before it: its line, or the whole of a field with one. It
 * is looked for at once, since the card may cover it later, and moves with the field.
 */
export function boxesInField(field: Element, offset: number): () => DOMRect[] {
  const { x, y } = field.getBoundingClientRect();
  const found = field instanceof HTMLTextAreaElement ? lineIn(field, offset) : null;
  return () => {
    const box = field.getBoundingClientRect();
    if (!found) return [box];
    return [new DOMRect(found.x + box.x - x, found.y + box.y - y, found.width, found.height)];
  };
}

function lineIn(field: HTMLTextAreaElement, offset: number): DOMRect | null {
  const box = field.getBoundingClientRect();
  const { lineHeight, paddingLeft, paddingRight } = getComputedStyle(field);
  const [left, right] = [paddingLeft, paddingRight].map((padding) => Number.parseFloat(padding) + 2);
  const [from, to] = [box.left + (left ?? 0), box.right - (right ?? 0)];
  // No property tells the line. The places at its ends do.
  const step = (Number.parseFloat(lineHeight) || LINE) / 4;
  let line: DOMRect | null = null;
  for (let y = Math.max(box.top, 0) + step; y < Math.min(box.bottom, innerHeight); y += step) {
    const [first, last] = [offsetAt(field, from, y), offsetAt(field, to, y)];
    const isOn = first !== null && last !== null && first <= offset && offset <= last;
    if (!isOn && line) break;
    if (!isOn) continue;
    line ??= new DOMRect(box.left, y - step, box.width, step);
    line.height = y + step - line.y;
  }
  return line;
}

/** In a field of several lines the place of a text is not told: a line's height around a point stands for it. */
function boxOf(field: Element, y: number): DOMRect {
  const box = field.getBoundingClientRect();
  if (!(field instanceof HTMLTextAreaElement)) return box;
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || LINE;
  const top = Math.max(box.top, y - line / 2);
  return new DOMRect(box.left, top, box.width, Math.min(line, box.bottom - top));
}

/** Where a stretch of text stands in the viewport. It may outlive its text: none where the page has shortened it. */
export function boxesOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): DOMRect[] {
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
