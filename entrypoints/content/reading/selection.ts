import type { Spot } from './under-pointer';

/** The selected text of this frame, in the page's text or in a text field; empty without one. */
export function selectedText(): string {
  const field = selectedField();
  return field ? field.text : (getSelection()?.toString() ?? '');
}

/** Where the given selected text stands, or null when this frame has no such selection. */
export function placeOfSelection(text: string): Pick<Spot, 'rects' | 'element'> | null {
  if (!text.trim() || selectedText().trim() !== text.trim()) return null;
  const field = selectedField();
  if (field) return { element: field.element, rects: () => [field.element.getBoundingClientRect()] };

  const range = getSelection()?.getRangeAt(0);
  const element = range?.commonAncestorContainer;
  if (!range || range.getClientRects().length === 0) return null;
  return {
    element: element instanceof Element ? element : (element?.parentElement ?? null),
    rects: () => [...range.getClientRects()],
  };
}

function selectedField(): { element: HTMLInputElement | HTMLTextAreaElement; text: string } | null {
  const element = document.activeElement;
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (!isText || element.type === 'password') return null;
  const { selectionStart, selectionEnd, value } = element;
  const text = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
  return text ? { element, text } : null;
}
