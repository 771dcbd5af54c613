import type { CodeBook } from '../book';
import { type Code, dotted } from '../code';
import type { Day } from '../day';
import { recogniseOther } from '../other-systems/recognise';
import type { CodeTitle, OtherSystem } from './answer';
import { nodeOn } from './category-on-day';
import { titleOf } from './judge';

/** A system's name before a code, as people write it: `ICD-9: 250.00`, `ICD-10-PCS 0SG10A0`. */
const LABELLED = /^\s*(ICD[-\s]?9(?:[-\s]?CM)?|ICD[-\s]?10[-\s]?PCS)\s*[:#]?\s*(\S+)\s*$/i;

/**
 * Recognises a text that ICD-10-CM does not have as a code of another system.
 * @returns null when it is none that is known
 */
export async function otherSystem(book: CodeBook, text: string, on: Day): Promise<OtherSystem | null> {
  const [, label = null, code = text] = LABELLED.exec(text) ?? [];
  const found = recogniseOther(code, { label });
  if (!found) return null;
  const isWho = found.system === 'ICD-10 (WHO)';
  return {
    verdict: 'other-system',
    // Not a spelling of ours; nothing of the code set is keyed by it.
    asked: found.code as Code,
    spelling: isWho ? dotted(found.code) : found.code,
    system: found.system,
    look: isWho ? await titlesOf(book, found.look, on) : [],
    on,
    release: await book.installed.release(),
    validity: [],
  };
}

/** The places that are codes on the day, with their titles. */
async function titlesOf(book: CodeBook, codes: readonly Code[], on: Day): Promise<CodeTitle[]> {
  const found = await Promise.all(
    codes.map(async (code) => {
      const node = await nodeOn(book, code, on);
      return node ? [titleOf(node)] : [];
    }),
  );
  return found.flat();
}
