/** Our own vocabulary: what people type for a code that its official texts do not say. */
import { type Code, parseCode } from '../code';

/** One meaning of some terms. */
export interface OurEntry {
  /** Lay words, abbreviations and spellings that mean the same. */
  readonly terms: readonly string[];
  readonly meaning: string;
  /** Best first. */
  readonly targets: readonly Target[];
}

export interface Target {
  readonly code: Code;
  /** All below the header, too (`I21.-`). */
  readonly withAllBelow: boolean;
}

/**
 * Reads the files of data/vocabulary: `terms separated by “ | ”`, tab, `meaning`, tab, `targets separated by
 * blanks`; lines that begin with `#` are comments.
 * @throws Error for a line that is not of this form
 */
export function parseOurTerms(text: string): OurEntry[] {
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [terms, meaning, targets] = line.split('\t');
      if (!terms || !meaning || !targets) throw new Error(`not an entry of the vocabulary: ${line}`);
      return { terms: terms.split(' | '), meaning, targets: targets.split(' ').map(parseTarget) };
    });
}

function parseTarget(text: string): Target {
  const code = parseCode(text.replace(/\.?-$/, ''));
  if (!code) throw new Error(`the vocabulary has a target that is no code: ${text}`);
  return { code, withAllBelow: text.endsWith('-') };
}
