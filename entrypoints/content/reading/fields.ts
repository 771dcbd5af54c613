import { nominate } from '../../../data/spotting/nominate';

/** The fields whose value is read on hover; a password, hidden or other field never is. */
const TEXT_TYPES = new Set(['text', 'search']);

/** What a form field holds, or of a list the option that is chosen; null for what is not read. */
export function valueIn(element: Element): string | null {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? null;
  if (element instanceof HTMLOptionElement) return element.text;
  if (element instanceof HTMLTextAreaElement) return element.value;
  return element instanceof HTMLInputElement && TEXT_TYPES.has(element.type) ? element.value : null;
}

/** Whether a field holds what looks like a code. */
export function mayHoldCode(field: Element): boolean {
  return nominate(valueIn(field) ?? '').length > 0;
}
