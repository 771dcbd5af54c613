/** What the files of a release can be; those of `USED` are read, the others only listed. */
export type FileKind =
  | 'order'
  | 'order-addenda'
  | 'tabular'
  | 'index'
  | 'codes'
  | 'codes-addenda'
  | 'external-cause-index'
  | 'drug-table'
  | 'neoplasm-table'
  | 'conversion-table'
  | 'workbook'
  | 'procedures'
  | 'pdf'
  | 'schema'
  | 'web-page'
  | 'utf-16'
  | 'zip'
  | 'gzip'
  | 'empty'
  | 'unknown';

/** How many bytes from the beginning of a file tell what it is. */
export const HEAD_BYTES = 4096;

/**
 * Tells what a file is by its first bytes. Its name is not asked: names, case and underscores differ from year
 * to year. A beginning proves nothing about the rest, which the parsers then judge.
 * @param head the first `HEAD_BYTES` bytes, or all there are
 */
export function recognise(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, index) => head[index] === byte)) return kind;
  }
  const text = new TextDecoder().decode(head).trimStart();
  // Decoding leaves no control characters in an official text; anything else is binary.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'unknown';
  return text.startsWith('<') ? recogniseMarkup(text) : recogniseLine(text);
}

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // A zip without entries has only its end.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['utf-16', [0xff, 0xfe]],
  ['utf-16', [0xfe, 0xff]],
];

function recogniseMarkup(text: string): FileKind {
  const root = /<([A-Za-z][\w.:-]*)/.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1] ?? '';
  if (root === 'ICD10CM.tabular') return 'tabular';
  if (root.startsWith('ICD10PCS.')) return 'procedures';
  if (root === 'ICD10CM.index') return recogniseIndex(text);
  if (/^xsd?:schema$/.test(root)) return 'schema';
  return /^html$/i.test(root) || /^<!doctype html/i.test(text) ? 'web-page' : 'unknown';
}

/** Four files have the same root: the tables have column headings, the external causes another title. */
function recogniseIndex(text: string): FileKind {
  if (/<head\b[^>]*>\s*Substance/i.test(text)) return 'drug-table';
  if (/<head\b[^>]*>\s*Neoplasm/i.test(text)) return 'neoplasm-table';
  return /<title>[^<]*EXTERNAL CAUSE/i.test(text) ? 'external-cause-index' : 'index';
}

const LINES: readonly (readonly [FileKind, RegExp])[] = [
  // ICD-10-PCS has files of the same forms. Its first codes begin with 0 (as all of medical and surgical), no diagnosis does.
  ['procedures', /^\d{5} [0-9][A-Z0-9]{2}(?: {4}|[A-Z0-9]{4}) [01] \S/],
  ['procedures', /^(?:(?:Add|Delete|Revise from|Revise to): +(?:[01] )?)?[0-9][A-HJ-NP-Z0-9]{6} \D/],
  ['order', /^\d{5} [A-Z0-9]{3,7} {1,5}[01] \S/],
  ['order-addenda', /^(?:Add|Delete|Revise from|Revise to): +[01] [A-Z0-9]{3,7} /],
  ['codes-addenda', /^(?:Add|Delete|Revise from|Revise to): +[A-Z0-9]{3,7} /],
  ['codes', /^[A-Z][0-9A-Z]{2,6} {1,5}\S/],
];

function recogniseLine(text: string): FileKind {
  const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  return LINES.find(([, pattern]) => pattern.test(line))?.[0] ?? 'unknown';
}
