import type { SearchState } from './use-search';

/** What the line above the list says. */
export function statusOf(search: SearchState, shown: number): string {
  switch (search.state) {
    case 'idle':
      return 'Type a code (M43.2, M4322, E11) or words (fusion spine)';
    case 'searching':
      return 'Searching…';
    case 'failed':
      return `The search failed: ${search.reason}`;
    case 'found': {
      const { total, corrected, refused } = search.results;
      if (refused) return refused;
      if (total === 0) return `No code or title has “${search.query.trim()}”`;
      const all = total === 1 ? '1 code' : `${total.toLocaleString('en-US')} codes`;
      const counted = total > shown ? `First ${shown} of ${all}` : all;
      return corrected ? `${counted} for “${corrected}”` : counted;
    }
  }
}
