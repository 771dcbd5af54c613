/** Changes of single characters by which a text becomes a code. */
import { type Code, parseCode } from '../code';
import type { Layout } from './layout';

export type CharacterStep =
  | 'case'
  /** O read as 0, I or a small l read as 1. */
  | 'letter-for-digit'
  /** 0 read as O, 1 or a small l read as I. */
  | 'digit-for-letter'
  | 'extra-zero'
  /** One or more X put in, so that the code has its seven characters. */
  | 'placeholder';

type Change = Exclude<CharacterStep, 'case'>;

/** A character as printed and as read; a placeholder put in was not printed. */
interface Character {
  readonly printed: string;
  readonly read: string;
}

/** One reading of the characters. */
export interface Variant {
  readonly code: Code;
  readonly characters: readonly Character[];
  /** One entry for each character changed or taken away, and one for the placeholders put in. */
  readonly changes: readonly Change[];
}

/** Readings before they are known to have the shape of a code. */
type Draft = Omit<Variant, 'code'>;

/**
 * The readings of a text: unchanged first, then by the number of changes; of at most two kinds each, and each code
 * once. Where the text does not let its characters be changed, only placeholders are put in.
 */
export function variantsOf({ characters, dotAt, mayChange }: Layout): Variant[] {
  const asPrinted: Draft = {
    characters: [...characters].map((printed) => ({ printed, read: printed.toUpperCase() })),
    changes: [],
  };
  // A dot one place too late says that a zero before it is too many, and nothing else.
  const late = dotAt === 4;
  const once = mayChange && !late ? swapped(asPrinted) : [];
  const shorter = mayChange ? withoutZero(asPrinted, dotAt) : [];
  const drafts = [
    asPrinted,
    ...once,
    ...shorter,
    ...withPlaceholder(asPrinted),
    ...once.flatMap(swapped),
    ...(mayChange && !late ? allSwapped(asPrinted) : []),
    ...once.flatMap((draft) => withoutZero(draft, dotAt)),
    ...once.flatMap(withPlaceholder),
    ...shorter.flatMap(withPlaceholder),
  ];
  // Digits alone are a number; one sign may be a letter misread (110 for I10), more is a guess.
  const most = /^\d+$/.test(characters) ? 1 : Number.POSITIVE_INFINITY;
  return distinct(drafts.filter(({ changes }) => new Set(changes).size <= 2 && changes.length <= most));
}

/** What one sign is taken for by eye. Small l is a 1 or an I; a capital L is neither. */
const LOOKS_LIKE: Readonly<Record<string, readonly [read: string, change: Change][]>> = {
  O: [['0', 'letter-for-digit']],
  o: [['0', 'letter-for-digit']],
  I: [['1', 'letter-for-digit']],
  i: [['1', 'letter-for-digit']],
  l: [
    ['1', 'letter-for-digit'],
    ['I', 'digit-for-letter'],
  ],
  '0': [['O', 'digit-for-letter']],
  '1': [['I', 'digit-for-letter']],
};

/** Every reading with one more look-alike exchanged. */
function swapped(draft: Draft): Draft[] {
  return draft.characters.flatMap(({ printed, read }, index) => {
    if (printed.toUpperCase() !== read) return [];
    const looks = (LOOKS_LIKE[printed] ?? []).filter(([as]) => index > 0 || /[A-Z]/.test(as));
    return looks.map(([as, change]) => ({
      characters: draft.characters.with(index, { printed, read: as }),
      changes: [...draft.changes, change],
    }));
  });
}

/** All letters but the first that look like digits, at once: `SOO.O1XA`. */
function allSwapped(draft: Draft): Draft[] {
  const changes: Change[] = [];
  const characters = draft.characters.map(({ printed, read }, index) => {
    const digit = (LOOKS_LIKE[printed] ?? []).find(([, change]) => change === 'letter-for-digit');
    if (index === 0 || !digit) return { printed, read };
    changes.push('letter-for-digit');
    return { printed, read: digit[0] };
  });
  return changes.length > 2 ? [{ characters, changes }] : [];
}

/**
 * Every reading with one zero less; of zeros side by side it does not matter which. With the dot at its place the
 * zero stands behind it (`E11.90`), with a late dot before it (`E011.9`).
 */
function withoutZero({ characters, changes }: Draft, dotAt: number | null): Draft[] {
  const [from, to] = dotAt === 4 ? [0, 4] : [dotAt ?? 0, characters.length];
  return characters.flatMap(({ read }, index) =>
    read === '0' && index >= from && index < to && (index === from || characters[index - 1]?.read !== '0')
      ? [{ characters: characters.toSpliced(index, 1), changes: [...changes, 'extra-zero' as const] }]
      : [],
  );
}

/**
 * Every reading with the X put in that lack to seven characters: `W21.89A` → `W21.89XA`, `T36.01A` → `T36.0X1A`,
 * `T07A` → `T07XXXA`. However many, it is one change.
 */
function withPlaceholder({ characters, changes }: Draft): Draft[] {
  const missing = 7 - characters.length;
  if (missing < 1 || characters.length < 4) return [];
  const placeholders = Array.from({ length: missing }, () => ({ printed: '', read: 'X' }));
  return characters.slice(3).map((_, index) => ({
    characters: characters.toSpliced(index + 3, 0, ...placeholders),
    changes: [...changes, 'placeholder' as const],
  }));
}

function distinct(drafts: readonly Draft[]): Variant[] {
  const byCode = new Map<Code, Variant>();
  for (const draft of drafts.toSorted((a, b) => a.changes.length - b.changes.length)) {
    const code = parseCode(draft.characters.map(({ read }) => read).join(''));
    if (code && !byCode.has(code)) byCode.set(code, { code, ...draft });
  }
  return [...byCode.values()];
}
