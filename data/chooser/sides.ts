/** The side of the body that a title names. */
export type Side = 'right' | 'left' | 'bilateral' | 'unspecified';

/** A title taken apart: its side, if it names one or leaves it open, and all else that it says. */
export interface Sided {
  readonly side: Side | null;
  /** The title without the word of its side. */
  readonly rest: string;
  /** The same for all titles that say the same but for their side. */
  readonly key: string;
}

/**
 * Tells the sides of sibling titles apart from all else that they say.
 * @returns null where titles do not differ by side, or where taking the sides apart would tell less than the titles do
 */
export function sidesOf(titles: readonly string[]): Sided[] | null {
  const named = titles.map(namedSide);
  const keys = new Set(named.flatMap((sided) => (sided && sided.side !== 'bilateral' ? [sided.key] : [])));
  const sided = titles.map((title, index) => {
    const bySide = named[index] ?? leftOpen(title, keys);
    return bySide
      ? { ...bySide, key: nearestKey(bySide, keys) }
      : { side: null, rest: title, key: keyOf(title) };
  });

  const sides = new Map<string, (Side | null)[]>();
  for (const { side, key } of sided) sides.set(key, [...(sides.get(key) ?? []), side]);
  const groups = [...sides.values()];
  if (groups.some((group) => new Set(group).size < group.length)) return null;
  const lateral = groups.filter((group) => group.length > 1 && !group.includes(null));
  const alone = groups.filter((group) => group.length === 1 && group[0] === null);
  const isWhole = lateral.length + alone.length === groups.length;
  return isWhole && lateral.length > (alone.length > 0 ? 1 : 0) ? sided : null;
}

function namedSide(title: string): Sided | null {
  const found = [...title.matchAll(/\b(right|left|bilateral)\b/gi)];
  const [match] = found;
  if (!match || found.length > 1) return null;
  return sidedAs(match[0].toLowerCase() as Side, without(title, match.index, match[0].length));
}

/** Reads a title as one that leaves the side open, if without an `unspecified` it says what one with a side does. */
function leftOpen(title: string, keys: ReadonlySet<string>): Sided | null {
  const candidates = [...title.matchAll(/\bunspecified\b/gi)].map(({ 0: { length }, index }) =>
    sidedAs('unspecified', without(title, index, length)),
  );
  return candidates.find(({ key }) => keys.has(key)) ?? null;
}

/** `Keratitis, bilateral` stands beside `Keratitis, right eye`. */
function nearestKey({ side, key }: Sided, keys: ReadonlySet<string>): string {
  if (side !== 'bilateral' || keys.has(key)) return key;
  const words = key.split(' ');
  const wider = [...keys].filter((other) => words.every((word) => other.split(' ').includes(word)));
  return wider.length === 1 && wider[0] ? wider[0] : key;
}

function sidedAs(side: Side, rest: string): Sided {
  return { side, rest, key: keyOf(rest) };
}

function without(title: string, index: number, length: number): string {
  return `${title.slice(0, index)} ${title.slice(index + length)}`.replace(/\s+/g, ' ').trim();
}

/** Its words in any order: where both sides are meant they stand in the plural, and a part can be named twice. */
function keyOf(rest: string): string {
  const words = rest
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^(unilateral|sides?|the)$/.test(word))
    .map((word) => word.replace(/ies$/, 'y').replace(/s$/, ''));
  return [...new Set(words)].sort().join(' ');
}
