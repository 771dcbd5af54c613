/** The alphabetic index as its XML holds it, as far as it names codes. */
import type { Code } from '../code';

export interface AlphabeticIndex {
  /** The file's own `version`: a fiscal year. */
  readonly version: string;
  readonly mainTerms: number;
  /** Main terms and the terms below them. */
  readonly terms: number;
  /** Every term that names a code, in the index's order. */
  readonly entries: readonly IndexEntry[];
  /** How many terms name something that does not have the shape of a code. */
  readonly unreadable: number;
}

export interface IndexEntry {
  /**
   * The term with those above it, the main term first, each with its nonessential modifiers:
   * `Aberrant (congenital), artery (peripheral), basilar NEC`.
   */
  readonly term: string;
  /** A trailing dash (`C50.91-`), which asks for further characters, is cut off. */
  readonly code: Code;
}
