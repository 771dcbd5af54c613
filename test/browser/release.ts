import type { CodeBook } from '../../data/book';
import type { Code } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import type { Lookup } from '../../data/lookup/answer';
import { verdicts } from '../../data/lookup/lookup';
import { lookupText } from '../../data/lookup/lookup-text';
import { titles } from '../../data/lookup/titles';
import { Answers } from '../../entrypoints/content/marking/answers';

const embedded = new EmbeddedRelease(async () => {
  const response = await fetch(new URL('../../data/icd10cm/release.zip', import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
});

const history = fetch(new URL('../../data/icd10cm/history.json', import.meta.url))
  .then((response) => response.text())
  .then((text) => History.parse(text));

const book: CodeBook = { installed: embedded, packaged: embedded, history: () => history };

/** The manifest of the release in the package. */
export const packagedRelease = () => embedded.release();

/** What the code set says of a code, prefix or range, on a day in FY2027. */
export async function lookUp(text: string, on = '2026-11-22'): Promise<Lookup> {
  const found = await lookupText(book, text, on);
  if (!found) throw new Error(`${text} has not the shape of a code`);
  return found;
}

/** The answers of the background, for a decider: on a day in FY2027. */
export const release = {
  verdicts: new Answers((codes: Code[]) => verdicts(book, codes, '2026-11-22')),
  titles: new Answers((texts: string[]) => titles(book, texts, '2026-11-22')),
};
