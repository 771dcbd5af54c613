import type { CodeBook } from '../book';
import type { Day } from '../day';
import { explain } from '../lookup/explain';
import { verdicts } from '../lookup/lookup';
import { type SearchResults, search } from './search';
import type { Vocabulary } from './vocabulary';

/**
 * Searches the release in use and gives the verdicts for a date of service. What the release does not have, the
 * history may: an ended code is found too, and so is a text that is nearly a code.
 */
export async function find(
  book: CodeBook,
  vocabulary: Vocabulary,
  query: string,
  limit: number,
  on: Day,
): Promise<SearchResults> {
  const results = await search(book.installed, vocabulary, query, limit, (codes) =>
    verdicts(book, codes, on),
  );
  if (results.total > 0 || !/\d/.test(query)) return results;
  const lookup = await explain(book, query, on);
  if (!lookup || lookup.verdict === 'unknown') return results;
  const title = 'entry' in lookup ? (lookup.entry.title ?? '') : lookup.system;
  return { hits: [{ code: lookup.asked, title, verdict: lookup.verdict }], total: 1, corrected: null };
}
