import { focusedElement } from './flat-tree';
import type { Pointed } from './pointed';
import { boxesInField } from './under-pointer';

/**
 * The selected text of this frame, in the page's text or in a text field.
 * @param roots the shadow roots that are known
 */
export function selected(roots: readonly ShadowRoot[]): Pointed | null {
  return selectedInField(roots) ?? selectedInText();
}

function selectedInText(): Pointed | null {
  const selection = getSelection();
  const text = selection?.toString() ?? '';
  if (!selection || text.trim() === '' || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  return {
    text,
    element: around instanceof Element ? around : around.parentElement,
    rects: () => [...range.getClientRects()],
  };
}

function selectedInField(roots: readonly ShadowRoot[]): Pointed | null {
  const element = focusedElement(roots);
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (!isText || element.type === 'password') return null;
  const { selectionStart, selectionEnd, value } = element;
  const text = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
  if (text.trim() === '') return null;
  return { text, element, rects: boxesInField(element, selectionEnd ?? 0) };
}
