import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Gives a field the focus, with the text selected that it opens with: typing replaces what has come back. A first
 * click selects it again instead of placing the caret in it, as in a browser's address bar; what is dragged over or
 * clicked twice is selected as in any field.
 */
export function useTypedOver(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus();
    field.select();
    if (field.value === '') return;
    const over = new AbortController();
    const { signal } = over;
    field.addEventListener('input', () => over.abort(), { signal });
    field.addEventListener(
      'click',
      () => {
        over.abort();
        // Chromium places the caret after this event where the press was on selected text.
        setTimeout(() => field.selectionStart === field.selectionEnd && field.select());
      },
      { signal },
    );
    return () => over.abort();
  }, [input]);
}
