import { useEffect, useState } from 'preact/hooks';
import type { SearchResults } from '../../data/search/search';
import { sendMessage } from '../messages';

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
    sendMessage('search', query).then(
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
