import type { PlainEntry } from './plain-words';

export type EntryKind =
  | 'chapter'
  | 'block'
  | 'category'
  | 'category code'
  | 'subcategory'
  | 'code'
  | 'extended code';

/** What an entry is, by its length and whether it can be billed. */
export function kindOfEntry({ code, billable }: Pick<PlainEntry, 'code' | 'billable'>): EntryKind {
  if (code.length === 3) return billable ? 'category code' : 'category';
  if (!billable) return 'subcategory';
  return code.length === 7 ? 'extended code' : 'code';
}

/** One sentence on a kind of entry. */
export function sentenceOn(kind: EntryKind): string {
  return SENTENCES[kind];
}

const SENTENCES: Readonly<Record<EntryKind, string>> = {
  chapter: 'A chapter: all conditions of one body system or of one sort.',
  block: 'A block: neighboring categories of one chapter that belong together.',
  category: 'A category: a heading of three characters, under which the codes stand.',
  'category code': 'A category that is not divided any further, so its three characters are a complete code.',
  subcategory: 'A subcategory: a heading within a category, with more detailed codes under it.',
  code: 'A complete code: it is not divided any further.',
  'extended code':
    'A complete code of seven characters; the seventh adds a detail such as the phase of treatment, the side or the stage.',
};
