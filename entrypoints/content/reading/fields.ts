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
  return element.value.includes('.') || isDiagnosisField(element) ? code : null;
}

/** Whether a field is named after a diagnosis, by its label, its name or what stands in it while it is empty. */
export function isDiagnosisField(element: Element): boolean {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
  return isField && DIAGNOSIS_FIELD.test(namesOf(element));
}

function namesOf(field: HTMLInputElement | HTMLSelectElement): string {
  const labels = [...(field.labels ?? [])].map((label) => label.textContent);
  const placeholder = field instanceof HTMLInputElement ? field.placeholder : '';
  return [...labels, field.ariaLabel, field.name, field.id, placeholder, field.title].join(' ');
}
