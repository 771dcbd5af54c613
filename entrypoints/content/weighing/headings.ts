import { cueOfCaption } from '../../../data/spotting/captions';
import type { Cue } from '../../../data/spotting/cues';
import { attributeOf, firstChildOf, isPlainlyLonger, isText, textOf as textOfNode } from '../reading/nodes';
import { isSectionRow } from './spans';

const HEADINGS = new Set('h1 h2 h3 h4 h5 h6 legend caption summary'.split(' '));
/** Lines of tables and lists stand under headings. */
const LINES = new Set('tr td th li dd option tbody thead'.split(' '));
const LONGEST_LINE = 60;
/** A longer text is no heading, whatever its element. */
const LONGEST_HEADING = 90;
/** How many blocks outwards a heading is looked for. */
const MOST_LEVELS = 8;
/** How many blocks back on each level. */
const MOST_BACK = 60;

/** The number of a field on a form. */
const ITEM = /^(?:(?:item|box|field|fl)\s*)?\d{1,2}[a-z]?[.:)]?\s+(?=\p{L})/iu;
/** What CMS-1500 prints above the diagnoses. */
const ITEM_21 = /diagnosis\s+or\s+nature\s+of\s+illness/i;
const NOMINATED = /(?<![A-Za-z0-9])[A-Z]\d[0-9A-Z]\.?\d/;

/** What a heading says; a foreign one speaks of something else, and ends what the one before it says. */
type Heading = Cue | 'foreign';

/**
 * What the heading above an element says: a heading element, the name of a region or list, or a short line that ends
 * with a colon or names diagnoses, procedures and the like.
 * @param known what has been found for other elements in the same pass
 */
export function headingBefore(
  element: Element,
  known: Map<Element, Heading | null>,
  level = 0,
): Heading | null {
  const kept = known.get(element);
  if (kept !== undefined) return kept;
  const parent = element.parentElement;
  let found: Heading | null = null;
  let at = element.previousElementSibling;
  for (let back = 0; at && !found && back < MOST_BACK; back++, at = at.previousElementSibling) {
    found = headingOf(at);
    const earlier: Heading | null | undefined = found ? undefined : known.get(at);
    if (earlier !== undefined) {
      known.set(element, earlier);
      return earlier;
    }
  }
  // A foreign heading nearby outweighs one of the same kind further out, but not the section's.
  if (parent && (!found || found === 'foreign')) {
    found = nameOfRegion(parent) ?? found;
    if ((!found || found === 'foreign') && level < MOST_LEVELS && parent.localName !== 'body') {
      const outer = headingBefore(parent, known, level + 1);
      found = outer && outer !== 'foreign' ? outer : (found ?? outer);
    }
  }
  known.set(element, found);
  return found;
}

/** Whether an element is a heading by its name or role. */
export function isHeadingElement(element: Element): boolean {
  return HEADINGS.has(element.localName) || attributeOf(element, 'role') === 'heading';
}

function headingOf(element: Element): Heading | null {
  if (isHeadingElement(element)) return tell(textOf(element)) ?? 'foreign';
  if (isSectionRow(element)) return headingOfRows(textOf(element));
  if (element.childElementCount > 3 || LINES.has(element.localName)) return null;
  if (isPlainlyLonger(element, LONGEST_LINE) && !isItem21(element)) return null;
  const text = textOf(element).replace(ITEM, '');
  if (ITEM_21.test(text)) return tell('Diagnosis');
  if (!text || text.length > LONGEST_LINE || /\d\d/.test(text)) return null;
  return tell(text) ?? (/[:：]$/.test(text) ? 'foreign' : null);
}

/** A row over all columns that has codes itself is no heading of the next ones: "ICD-10: ☒ F1120 ☐ Z5181". */
function headingOfRows(text: string): Heading | null {
  return NOMINATED.test(text) ? null : (tell(text) ?? 'foreign');
}

/** By its beginning, since its text is long: "21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY (Relate A-L ...)". */
function isItem21(element: Element): boolean {
  const first = firstChildOf(element);
  return first !== null && isText(first) && ITEM_21.test(first.data.slice(0, LONGEST_LINE));
}

function nameOfRegion(parent: Element): Cue | null {
  const label = attributeOf(parent, 'aria-label');
  if (label) return tell(label);
  const { localName } = parent;
  if (localName === 'table' || localName === 'tbody') {
    return tell(parent.closest('table')?.querySelector(':scope > caption')?.textContent);
  }
  return localName === 'fieldset' ? tell(parent.querySelector(':scope > legend')?.textContent) : null;
}

function tell(text: string | null | undefined): Cue | null {
  const line = text?.replace(/\s+/g, ' ').trim();
  const cue = line && line.length <= LONGEST_HEADING ? cueOfCaption(line) : null;
  // Under "Vitals" or "Order items" stands much else.
  return cue?.onlyRightBefore ? null : cue;
}

function textOf(element: Element): string {
  const text = textOfNode(element) ?? '';
  return text.length > 2 * LONGEST_HEADING ? '' : text.replace(/\s+/g, ' ').trim();
}
