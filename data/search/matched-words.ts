import type { Lexicon } from './lexicon';
import type { Query } from './query';
import type { MatchedPart } from './results';
import { Stems } from './word-forms';
import { placedWords } from './words';

/** What of a text answers a query. */
export interface MatchedWords {
  /** In order, none over another. */
  readonly parts: readonly MatchedPart[];
  /** How many words of the query the text answers. */
  readonly answered: number;
}

/** Tells which words of texts answer a query: of a word whose beginning was typed, that beginning. */
export function matcherOf({ slots }: Query, lexicon: Lexicon): (text: string) => MatchedWords {
  const forms = new Stems();
  const stems = slots.map(({ answers }) => new Set(answers.flatMap((answer) => answer.stems)));
  return (text) => {
    const parts: MatchedPart[] = [];
    const answered = new Set<number>();
    for (const { text: word, start, end } of placedWords(text)) {
      const { plain, stem } = forms.of(word);
      const number = lexicon.stem(stem);
      if (number === null) continue;
      const nth = slots.findIndex((_, at) => stems[at]?.has(number));
      if (nth < 0) continue;
      for (const [at, set] of stems.entries()) if (set.has(number)) answered.add(at);
      const typed = slots[nth]?.word ?? '';
      const begun = word === plain && word !== typed && word.startsWith(typed);
      parts.push([start, begun ? start + typed.length : end]);
    }
    return { parts, answered: answered.size };
  };
}
