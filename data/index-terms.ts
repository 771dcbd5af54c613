/** The alphabetic index's terms, turned round: for each code the terms that lead to it. */
import { type Code, categoryOf } from './code';

/** In the index's order; only codes that the release has. */
export type IndexTerms = ReadonlyMap<Code, readonly string[]>;

/** The terms of a category's codes, as stored: `{"E119": ["Diabetes, diabetic (mellitus) (sugar), type 2"]}`. */
export interface TermsText {
  readonly category: Code;
  readonly text: string;
}

/** Writes the terms, one text a category; the same terms give the same texts. */
export function encodeTerms(terms: IndexTerms): TermsText[] {
  const categories = new Map<Code, Record<Code, readonly string[]>>();
  for (const [code, texts] of terms) {
    const category = categoryOf(code);
    const codes = categories.get(category) ?? {};
    codes[code] = texts;
    categories.set(category, codes);
  }
  return [...categories].map(([category, codes]) => ({ category, text: JSON.stringify(codes) }));
}

/** Reads stored terms. @throws SyntaxError when a text is not the JSON that `encodeTerms` writes */
export function decodeTerms(texts: readonly string[]): IndexTerms {
  return new Map(
    texts.flatMap((text) => Object.entries(JSON.parse(text) as Record<Code, string[]>) as [Code, string[]][]),
  );
}

/** How many terms there are. */
export function countTerms(terms: IndexTerms): number {
  return [...terms.values()].reduce((sum, texts) => sum + texts.length, 0);
}
