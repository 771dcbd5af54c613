import type { CodeBook } from '../book';
import { parseSpan } from '../code-span';
import type { Day } from '../day';
import { spellsHcpcs } from '../other-systems/hcpcs';
import type { Lookup } from './answer';
import { lookup } from './lookup';
import { lookupRange } from './range';

/**
 * Looks a text up as it stands in a page: a code, a prefix (`E10.-`) or a range (`M40-M43`).
 * @returns null when the text has the shape of none
 */
export async function lookupText(book: CodeBook, text: string, on: Day): Promise<Lookup | null> {
  const span = parseSpan(text);
  switch (span?.kind) {
    case undefined:
      return null;
    case 'range':
      return lookupRange(book, span.from, span.to, on);
    case 'prefix':
      return { ...(await lookup(book, span.code, on)), asPrefix: true };
    case 'code': {
      const found = await lookup(book, span.code, on);
      return 'entry' in found && spellsHcpcs(text) ? { ...found, alsoHcpcs: true } : found;
    }
  }
}
