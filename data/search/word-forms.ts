import { stemmer } from 'stemmer';

/** Roman numerals that titles use (types, stages, factors, cranial nerves). */
const NUMERALS = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii'].map(
    (roman, index) => [roman, String(index + 1)] as const,
  ),
);

/** English words in which `oe` is no British spelling of `e`. */
const OWN_OE = /^(?:toe|shoe|hoe|canoe|aloe|poet|does|goes)/;

/**
 * One spelling for a word's variants: American for British (`oedema`, `anaemia`, `tumour`, `sulphur`), digits for
 * Roman numerals. Both what is searched and what is typed go through it, so a word that is no British spelling is
 * merely spelt oddly on both sides.
 * @param word as `wordsOf` gives it
 */
export function plainForm(word: string): string {
  const numeral = NUMERALS.get(word);
  if (numeral) return numeral;
  if (word.length < 4) return word;
  let plain = word
    .replace(/ae$/, 'a')
    .replace(/^aet/, 'et')
    .replace(/(?!^)ae/g, 'e');
  if (!OWN_OE.test(plain)) plain = plain.replace(/oe(?!$)/g, 'e');
  return plain
    .replace(/our(?=s?$|ed$|ing$|less$|ation)/, (our) => (plain.length > 5 ? 'or' : our))
    .replace(/is(?=(?:ation|ations|ed|ing|e|es)$)/, (is) => (plain.length > 7 ? 'iz' : is))
    .replace('sulph', 'sulf')
    .replace(/yse(?=[sd]?$)/, 'yze')
    .replace(/tre$/, 'ter')
    .replace(/lling$/, 'ling')
    .replace(/lled$/, 'led');
}

/**
 * The stem of a word in its plain form: what `fractures`, `fractured` and `fracture` have in common. Words of three
 * letters are mostly abbreviations, which have no endings.
 */
export function stemOf(plain: string): string {
  return plain.length < 4 || /\d/.test(plain) ? plain : stemmer(plain);
}

/** The stems of a text's words, in their order; a remembered map makes the work of a whole release short. */
export class Stems {
  readonly #known = new Map<string, { readonly plain: string; readonly stem: string }>();

  of(word: string): { readonly plain: string; readonly stem: string } {
    let known = this.#known.get(word);
    if (!known) {
      const plain = plainForm(word);
      known = { plain, stem: stemOf(plain) };
      this.#known.set(word, known);
    }
    return known;
  }
}
