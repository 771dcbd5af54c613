import type { CodeBook } from '../book';
import { dotted } from '../code';
import { printSpan } from '../code-span';
import type { Day } from '../day';
import type { Lookup, Unknown } from '../lookup/answer';
import { explain } from '../lookup/explain';
import { verdicts } from '../lookup/lookup';
import type { SearchEngine } from './engine';
import type { Hit, SearchRequest, SearchResults } from './results';
import { search } from './search';

/**
 * Searches the release in use and gives the verdicts for a date of service. What the release does not have, the
 * history may: an ended code is found too, and so is a range, and a text that is nearly a code.
 */
export async function find(
  book: CodeBook,
  engine: SearchEngine,
  request: SearchRequest,
  on: Day,
): Promise<SearchResults> {
  if (RANGE.test(request.text)) {
    const range = await explain(book, request.text, on);
    if (range?.verdict === 'range') return { hits: [hitOf(range)], total: 1, corrected: null };
  }
  const results = await search(book.installed, engine, request, (codes) => verdicts(book, codes, on));
  if (results.total > 0 || !/\d/.test(request.text)) return results;
  const lookup = await explain(book, request.text, on);
  if (!lookup || lookup.verdict === 'unknown') return results;
  return { hits: [hitOf(lookup)], total: 1, corrected: null };
}

/** `J40-J47`, `S52.5 to S52.6` */
const RANGE = /^\s*[a-z]\d\w(?:\.\w{1,4})?\s*(?:-|–|—|to)\s*[a-z]\d\w(?:\.\w{1,4})?\s*$/i;

function hitOf(lookup: Exclude<Lookup, Unknown>): Hit {
  const { asked: code, verdict } = lookup;
  switch (verdict) {
    case 'range': {
      const { first, last, exactly } = lookup;
      const spelling = printSpan({ kind: 'range', from: first.code, to: last.code });
      return {
        code,
        spelling,
        title: exactly?.title ?? `${first.title} – ${last.title}`,
        matched: [],
        verdict,
      };
    }
    case 'other-system':
      return { code, spelling: lookup.spelling, title: lookup.system, matched: [], verdict };
    default:
      return { code, spelling: dotted(code), title: lookup.entry.title ?? '', matched: [], verdict };
  }
}
