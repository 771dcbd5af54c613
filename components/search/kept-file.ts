import type { HitCode } from '../../data/search/results';

/** A kept code with its title. */
export type KeptRow = Pick<HitCode, 'spelling' | 'title'>;

export interface KeptRows {
  readonly favourites: readonly KeptRow[];
  readonly recents: readonly KeptRow[];
}

/** The lists as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. */
export function csvOf({ favourites, recents }: KeptRows): string {
  const lines = [
    ['list', 'code', 'title'],
    ...favourites.map(({ spelling, title }) => ['favourite', spelling, title]),
    ...recents.map(({ spelling, title }) => ['recent', spelling, title]),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** The lists as JSON: `{ favourites: [{ code, title }], recents: […] }`. */
export function jsonOf({ favourites, recents }: KeptRows): string {
  const plain = ({ spelling: code, title }: KeptRow) => ({ code, title });
  return `${JSON.stringify({ favourites: favourites.map(plain), recents: recents.map(plain) }, null, 2)}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
