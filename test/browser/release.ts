import type { CodeBook } from '../../data/book';
import { parseCode } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import type { Lookup } from '../../data/lookup/answer';
import { lookup } from '../../data/lookup/lookup';

const embedded = new EmbeddedRelease(async () => {
  const response = await fetch(new URL('../../data/icd10cm/release.zip', import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
});

const history = fetch(new URL('../../data/icd10cm/history.json', import.meta.url))
  .then((response) => response.text())
  .then((text) => History.parse(text));

const book: CodeBook = { installed: embedded, packaged: embedded, history: () => history };

/** What the code set says of a code, on a day in FY2027. */
export async function lookUp(text: string, on = '2026-11-22'): Promise<Lookup> {
  const code = parseCode(text);
  if (!code) throw new Error(`${text} has not the shape of a code`);
  return lookup(book, code, on);
}
