/** A query, taken apart: what answers each of its words. */
import { DENIED } from './index-format';
import type { Lexicon } from './lexicon';
import type { OurVocabulary } from './our-vocabulary';
import { plainForm, stemOf } from './word-forms';
import { DENYING, tellingWords } from './words';

/** What answers one word of a query, best first: all of some stems in one text. */
export interface Answer {
  readonly stems: readonly number[];
  readonly quality: number;
}

/** A word of the query. */
export interface Slot {
  readonly word: string;
  readonly answers: readonly Answer[];
  /** What the word says, see `weightOf`; that of the rarest meaning, and little for an unknown word. */
  readonly weight: number;
  /** Whether a text has the very word, or one with its stem. */
  readonly known: boolean;
  /** The stem of titles that deny the word, where the query does not deny it too. */
  readonly denied: number | null;
}

/** Words of the query that are one of our terms. */
export interface Phrase {
  /** A bit for each slot that it covers. */
  readonly slots: number;
  /** Indices into our terms: all meanings of the phrase. */
  readonly terms: readonly number[];
}

export interface Query {
  readonly slots: readonly Slot[];
  readonly phrases: readonly Phrase[];
  /** Which part of what the words weigh a code must answer, if it hasn't all of them. */
  readonly least: number;
}

/** While words may be misspelt ones, the others are few. */
const LEAST = { usual: 0.45, misspelt: 0.15 } as const;
/** More words than any title's telling ones; their bits fit a small integer. */
const MOST_SLOTS = 16;
const LONGEST_PHRASE = 6;
const SAME_STEM = 0.97;
const EQUIVALENT = 0.92;
/** What beginnings count at most, of the word being typed and of those before it. */
const BEGINNING = 0.9;
const EARLIER_BEGINNING = 0.8;
/** A letter or two begin so many words that only the shortest are meant: by the letters typed. */
const MOST_BEGUN = [0, 40, 120, 400];
/** Beginnings of words that are words themselves (`ear`, early) count less. */
const BEGINNING_BESIDE_WORD = 0.45;

/** How a query's words are read. */
export interface Reading {
  /** Words to be read in the place of others: corrections. */
  readonly replaced?: ReadonlyMap<string, string>;
  /** What a word weighs that nothing answers. */
  readonly unknown?: number;
}

/** What an unknown word weighs while it may be a misspelt one, and when it is left as it is. */
export const UNKNOWN = { misspelt: 7, ignored: 0.5 } as const;

/** Takes a text apart. */
export function parseQuery(
  text: string,
  lexicon: Lexicon,
  ours: OurVocabulary,
  { replaced = new Map(), unknown = UNKNOWN.ignored }: Reading = {},
): Query {
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(text);
  const words = split(queryWords(text), lexicon)
    .map((word) => replaced.get(word) ?? word)
    .slice(0, MOST_SLOTS);
  const stems = words.map((word) => stemOf(word));
  const extra: Answer[][] = words.map(() => []);
  const phrases: Phrase[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to++) {
      const phrase = stems.slice(from, to).join(' ');
      const slots = bitsBetween(from, to);
      const terms = lexicon.phrases.get(phrase);
      if (terms) phrases.push({ slots, terms });
      const meant = (ours.equivalents.get(phrase) ?? []).flatMap((same) => stemsIn(lexicon, same));
      const answers = meant.map((found) => ({ stems: found, quality: EQUIVALENT }));
      if (to === from + 2) {
        const joined = lexicon.stem(stemOf(plainForm(`${words[from]}${words[from + 1]}`)));
        if (joined !== null) answers.push({ stems: [joined], quality: SAME_STEM });
      }
      for (let at = from; at < to; at++) extra[at]?.push(...answers);
    }
  }
  const denies = words.some((word) => DENYING.has(word));
  const slots = words.map((word, at) =>
    slotOf(lexicon, {
      word,
      stemName: stems[at] ?? word,
      isTyped: typing && at === words.length - 1,
      extra: extra[at] ?? [],
      unknown,
      denies,
    }),
  );
  return { slots, phrases, least: unknown === UNKNOWN.misspelt ? LEAST.misspelt : LEAST.usual };
}

/** Words that link what is meant: titles have them or not. */
const LINKING = new Set(['with', 'due', 'associated', 'from', 'at', 'secondary']);
const LINK = 0.4;

/** What people write around what they mean. */
const SAID_BY_THE_WAY = new Set(
  'my me is are was has have having had pt pts patient when this that it he she his her too gets getting'.split(
    ' ',
  ),
);
/** Before these, or at the end, `I` is a numeral. */
const NUMBERED =
  /^(?:type|stage|class|grade|factor|degree|group|phase|level|bipolar|zone|syndrome|mobitz|crps|cin|vin)$/;

/** The plain forms of a query's telling words. */
function queryWords(text: string): string[] {
  const words = tellingWords(text).map(({ text: word }) => word);
  const meant = words.filter((word, at) => {
    if (word === 'i') return at === words.length - 1 || NUMBERED.test(words[at - 1] ?? '');
    return !SAID_BY_THE_WAY.has(word);
  });
  return (meant.length > 0 ? meant : words).map(plainForm);
}

/** Words that no text has, but their parts: `type2`, `lowback`. */
function split(words: readonly string[], lexicon: Lexicon): string[] {
  return words.flatMap((word) => {
    if (word.length < 4 || lexicon.stem(stemOf(word)) !== null || lexicon.withPrefix(word).length > 0)
      return [word];
    const [, letters, digits] = /^([a-z]{2,})(\d+)$/.exec(word) ?? [];
    if (letters && digits && lexicon.has(letters)) return [letters, digits];
    for (let at = 3; at <= word.length - 3; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => lexicon.has(part))) return parts;
    }
    return [word];
  });
}

interface WordOfQuery {
  readonly word: string;
  readonly stemName: string;
  /** Whether its end may not be typed yet. */
  readonly isTyped: boolean;
  /** What answers it beside the texts that have it. */
  readonly extra: readonly Answer[];
  readonly unknown: number;
  /** Whether the query denies something. */
  readonly denies: boolean;
}

function slotOf(lexicon: Lexicon, { word, stemName, isTyped, extra, unknown, denies }: WordOfQuery): Slot {
  const own = lexicon.stem(stemName);
  const answers: Answer[] = [];
  if (own !== null) answers.push({ stems: [own], quality: lexicon.has(word) ? 1 : SAME_STEM });
  answers.push(...extra);
  if (isTyped || word.length >= 3) {
    const most = (isTyped ? BEGINNING : EARLIER_BEGINNING) * (own === null ? 1 : BEGINNING_BESIDE_WORD);
    for (const { stem, quality } of lexicon.withPrefix(word).slice(0, MOST_BEGUN[word.length] ?? Infinity)) {
      if (stem !== own) answers.push({ stems: [stem], quality: most * (0.6 + 0.4 * quality) });
    }
  }
  answers.sort((a, b) => b.quality - a.quality);
  return {
    word,
    answers,
    weight: (slotWeight(answers, own, lexicon) ?? unknown) * (LINKING.has(word) ? LINK : 1),
    known: own !== null || extra.length > 0,
    denied: denies ? null : lexicon.stem(`${DENIED}${stemName}`),
  };
}

function slotWeight(answers: readonly Answer[], exact: number | null, lexicon: Lexicon): number | null {
  if (exact !== null) return lexicon.weight(exact);
  const weights = answers
    .slice(0, 8)
    .map(({ stems }) => Math.max(...stems.map((stem) => lexicon.weight(stem))));
  return weights.length === 0 ? null : Math.min(...weights);
}

/** The stems of a phrase, or nothing where no text has one of them. */
function stemsIn(lexicon: Lexicon, names: readonly string[]): number[][] {
  const found = names.map((name) => lexicon.stem(name)).filter((stem) => stem !== null);
  return found.length === names.length ? [found] : [];
}

function bitsBetween(from: number, to: number): number {
  return ((1 << to) - 1) & ~((1 << from) - 1);
}
