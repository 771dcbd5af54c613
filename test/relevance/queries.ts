/** The queries with which the search is scored, and their misspelt twins. */
import { readFileSync } from 'node:fs';
import type { Code } from '../../data/code';

export interface ScoredQuery {
  readonly query: string;
  /** Dotted codes; `I21.-` stands for the header and all below it. */
  readonly acceptable: readonly string[];
  readonly kind: string;
}

/** Reads the sets beside this file. */
export function scoredQueries(sets: readonly string[] = ['heldout.tsv', 'blind.tsv']): ScoredQuery[] {
  return sets.flatMap((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => {
        const [query = '', acceptable = '', kind = ''] = line.split('\t');
        return { query, acceptable: acceptable.split(' '), kind };
      }),
  );
}

/**
 * Whether a coder would accept a code. An injury's code is named without its seventh character, or with that of
 * the initial encounter, which is what a search without a word of the encounter finds.
 */
export function isAcceptable(code: Code, { acceptable }: ScoredQuery): boolean {
  return acceptable.some((named) => {
    const wanted = named.replace(/[.-]/g, '');
    if (named.endsWith('-')) return code.startsWith(wanted);
    return code === wanted || (code.startsWith(wanted) && /^X*[A0]$/.test(code.slice(wanted.length)));
  });
}

/**
 * Each query with one slip in a word of five letters or more: a letter left out, swapped with its neighbour, exchanged or
 * added, never the first. The same slips at every run. Queries without such a word are left out.
 */
export function misspelt(queries: readonly ScoredQuery[]): ScoredQuery[] {
  return queries.flatMap((one, nth) => {
    const random = generator(nth + 7);
    const words = one.query.split(' ');
    const long = [...words.keys()].filter((at) => /^[a-z]{5,}$/i.test(words[at] ?? ''));
    const at = long[random(long.length)];
    if (at === undefined) return [];
    words[at] = slip(words[at] ?? '', random);
    return [{ ...one, query: words.join(' ') }];
  });
}

function slip(word: string, random: (below: number) => number): string {
  const at = 1 + random(word.length - 2);
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random(26)] ?? 'x';
  const before = word.slice(0, at);
  switch (random(4)) {
    case 0:
      return before + word.slice(at + 1);
    case 1:
      return before + word[at + 1] + word[at] + word.slice(at + 2);
    case 2:
      return before + letter + word.slice(at + 1);
    default:
      return before + letter + word.slice(at);
  }
}

/** A linear congruential generator: slips must be the same at every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return below === 0 ? 0 : (state >>> 8) % below;
  };
}
