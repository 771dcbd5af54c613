import { type Code, parseCodeText } from '../../../data/code';
import { findCandidates } from '../../../data/spotting/candidates';

/** The fields whose value is read on hover; a password, hidden or other field never is. */
const TEXT_TYPES = new Set(['text', 'search']);
const DIAGNOSIS_FIELD = /diag|\bdx|icd/i;

/**
 * The code that a form field holds: its whole value, or in a chosen option the code before its title. An
 * undotted value counts only in a field that is named after a diagnosis.
 */
export function codeInField(element: Element): Code | null {
  if (element instanceof HTMLSelectElement) {
    return findCandidates(element.selectedOptions[0]?.text ?? '')[0]?.code ?? null;
  }
  if (!(element instanceof HTMLInputElement) || !TEXT_TYPES.has(element.type)) return null;
  const code = parseCodeText(element.value);
  if (!code) return null;
  return element.value.includes('.') || DIAGNOSIS_FIELD.test(namesOf(element)) ? code : null;
}

function namesOf(field: HTMLInputElement): string {
  const labels = [...(field.labels ?? [])].map((label) => label.textContent);
  return [...labels, field.ariaLabel, field.name, field.id, field.placeholder, field.title].join(' ');
}
