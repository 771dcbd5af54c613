/**
 * The elements of the published tabular schema (icd-10-cm-tabular-2025.xsd) that a full list can hold. The
 * schema's `new`, `old`, `unc` and `diff` mark changes: they are left out, for they make a file an addenda.
 */
import type { NoteKind } from '../release';

export const ROOT = 'ICD10CM.tabular';

const NOTE_KINDS: readonly NoteKind[] = [
  'includes',
  'inclusionTerm',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'notes',
];

/** Elements that hold text and nothing else. */
const TEXT = new Set(['version', 'name', 'desc', 'note', 'extension', 'heading', 'value']);

/** Elements that are passed over with all that they hold: front matter and lists of contents. */
const SKIPPED = new Set(['title', 'introduction', 'sectionIndex', 'deactivated']);

const NODE = ['name', 'desc', ...NOTE_KINDS, 'sevenChrNote', 'sevenChrDef'];

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  [ROOT]: ['version', 'title', 'introduction', 'chapter'],
  chapter: [...NODE, 'sectionIndex', 'section'],
  section: [...NODE, 'deactivated', 'diag'],
  diag: [...NODE, 'visualImpairment', 'diag'],
  ...Object.fromEntries([...NOTE_KINDS, 'sevenChrNote'].map((kind) => [kind, ['note']])),
  sevenChrDef: ['extension', 'note'],
  visualImpairment: ['visCategory'],
  visCategory: ['heading', 'value', 'visRange'],
  visRange: ['heading', 'visMax', 'visMin'],
  visMax: ['heading', 'value'],
  visMin: ['heading', 'value'],
};

export function isNoteKind(name: string): name is NoteKind {
  return NOTE_KINDS.some((kind) => kind === name);
}

export function isText(name: string): boolean {
  return TEXT.has(name);
}

export function isSkipped(name: string): boolean {
  return SKIPPED.has(name);
}

/** Whether an element can stand in another; null for the document. */
export function canHold(parent: string | null, child: string): boolean {
  return parent === null ? child === ROOT : (CHILDREN[parent]?.includes(child) ?? false);
}
