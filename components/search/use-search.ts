import { useEffect, useState } from 'preact/hooks';
import type { SearchResults } from '../../data/search/results';
import { sendMessage } from '../messages';

/** How many results a list shows. */
const MOST_HITS = 50;

export type SearchState =
  | { readonly state: 'idle' }
  | { readonly state: 'searching' }
  | { readonly state: 'found'; readonly query: string; readonly results: SearchResults }
  | { readonly state: 'failed'; readonly query: string; readonly reason: string };

/**
 * The results for a query, as it is typed; the last results stand until the next have come.
 * @param round another number asks anew: the verdicts have changed
 */
export function useSearch(query: string, round: number): SearchState {
  const [state, setState] = useState<SearchState>({ state: 'idle' });

  useEffect(() => {
    if (!query.trim()) {
      setState({ state: 'idle' });
      return;
    }
    let current = true;
    setState((last) => (last.state === 'found' ? last : { state: 'searching' }));
    sendMessage('search', { text: query, limit: MOST_HITS }).then(
      (results) => current && setState({ state: 'found', query, results }),
      (reason: unknown) => {
        console.warn('Dx Lens: the search failed', reason);
        if (current) setState({ state: 'failed', query, reason: String(reason) });
      },
    );
    return () => {
      current = false;
    };
  }, [query, round]);

  return state;
}
