/** The stored form of the history: `history.json`. Codes stand in packed lists, see `packCodes`. */
import type { Code } from '../code';

/** Stands first in the file; another number means another form. */
export const HISTORY_FORMAT = 'dxlens-history-1';

export interface StoredHistory {
  readonly format: typeof HISTORY_FORMAT;
  /** Oldest first. */
  readonly releases: readonly (readonly [name: string, from: string])[];
  /** The codes whose marks are not the same in all releases, by their marks. */
  readonly marks: Readonly<Record<string, string>>;
  /** True days of change, with their codes, where the day is none on which a listed release starts. */
  readonly days: Readonly<Record<string, string>>;
  /** The codes that the last release has no more, in tabular order. */
  readonly ended: readonly StoredEnded[];
  /** Published successors by the code that ended; each list is packed behind that code. */
  readonly successors: Readonly<Record<string, string>>;
  /** Earlier titles of codes of the last release, each with the last day on which it stood (`about`: most likely). */
  readonly titles: Readonly<Record<string, readonly StoredTitle[]>>;
}

export type StoredTitle = readonly [title: string, until: string, about?: 'about'];

export type StoredEnded = readonly [code: string, after: string, title: string | null, kind?: 'hcup'];

/**
 * Packs codes into a text: each is the number of characters that it shares with the one before, and the rest
 * (`A0470 A0471 A048` → `0A0470 41 38`).
 * @param before what the first one is compared with
 */
export function packCodes(codes: readonly Code[], before = ''): string {
  let last = before;
  return codes
    .map((code) => {
      let shared = 0;
      while (shared < code.length - 1 && code[shared] === last[shared]) shared += 1;
      last = code;
      return `${shared}${code.slice(shared)}`;
    })
    .join(' ');
}

/** Reads what `packCodes` wrote. */
export function unpackCodes(text: string, before = ''): Code[] {
  if (text === '') return [];
  let last = before;
  return text.split(' ').map((item) => {
    last = last.slice(0, Number(item[0])) + item.slice(1);
    return last as Code;
  });
}
