import { cueOfCaption } from '../../../data/spotting/captions';
import { cuesIn } from '../../../data/spotting/cues';
import { type Nominee, nominate } from '../../../data/spotting/nominate';
import { ENOUGH } from '../../../data/spotting/points';
import { type Caption, weigh } from '../../../data/spotting/weigh';
import { valueIn } from '../reading/fields';
import { queryOf } from '../reading/query';
import { Captions } from './captions';

/** A code that a form field holds. */
export interface FieldCode {
  /** What to look up: `E11.9`, `E10.-`, `M40-M43`. */
  readonly query: string;
  /** Whether the field is one for diagnoses. */
  readonly isLabelled: boolean;
}

/**
 * The code in a form field's value: in a field for one code the first, in a longer text the one at the pointer,
 * in a list the one of the option. It is weighed as text of the page is, with the field's names as its label.
 * @param offsetAt gives the offset of the value's character at the pointer
 */
export function codeInField(element: Element, offsetAt: () => number | null): FieldCode | null {
  const value = valueIn(element);
  if (value === null) return null;
  const nominees = nominate(value);
  if (nominees.length === 0) return null;
  const field = element instanceof HTMLOptionElement ? (element.closest('select') ?? element) : element;
  const name = cueOfCaption(namesOf(field));
  const label: Caption[] = name ? [{ position: 'key', cue: name }] : [];
  const around = new Captions().of(field);
  const surroundings = { column: () => around.column(), others: () => [...label, ...around.others()] };
  const cues = cuesIn(value);
  const offset = nominees.length > 1 ? offsetAt() : null;
  const hits = nominees.filter((nominee) => weigh(value, nominee, cues, surroundings).points >= ENOUGH);
  const hit = hits.find((nominee) => offset !== null && isAt(nominee, offset)) ?? hits[0];
  if (!hit || (offset !== null && isLongText(element) && !isAt(hit, offset))) return null;
  return { query: queryOf(hit), isLabelled: name?.sense === 'system' || name?.sense === 'diagnosis' };
}

function isLongText(element: Element): boolean {
  return element instanceof HTMLTextAreaElement;
}

function isAt({ start, end }: Nominee, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** All that names a field: its labels, `aria-label`, name, placeholder and title. */
function namesOf(field: Element): string {
  const { labels, name } = field as Partial<HTMLInputElement>;
  const texts = [...(labels ?? [])].map((label) => label.textContent);
  const attributes = ['aria-label', 'placeholder', 'title', 'id'].map((key) => field.getAttribute(key));
  const described = (field.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && (field.getRootNode() as Document | ShadowRoot).getElementById(id)?.textContent);
  // "dxCode1", "diag_1": names are words without blanks.
  const words = [name, attributes.pop()].map((word) => word?.replace(/([a-z])(?=[A-Z])/g, '$1 '));
  return [...texts, ...attributes, ...described, ...words].filter(Boolean).join(' ');
}
