import type { Nominee } from './nominate';
import type { Place } from './points';

/** How a candidate stands in its line. */
export function placeOf(text: string, { start, end }: Nominee): Place | null {
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 8);
  const begins = /(?:^|[,;:|•·/&+~*]|\n|\b\d{1,2}[.)])\s*$/.test(before);
  const ends = /^\s*(?:$|[,;|•·/&+~*)\]]|\.(?:\s|$)|\n|-\s|–|:)/.test(after);
  if (start <= 3 && !before.trim() && !after.trim()) return 'alone';
  if (/[([{]\s*$/.test(before) && /^\s*(?:[)\]}:,;]|[-–]\s)/.test(after)) return 'in brackets';
  if (/^\s*(?:(?:[A-L]|\d{1,2})[.):]?)?\s*$/.test(text.slice(Math.max(0, start - 12), start)) && start < 12) {
    return 'begins the line';
  }
  return begins || ends ? 'begins or ends a clause' : null;
}
