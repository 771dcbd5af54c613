import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Hit, SearchRequest, SearchResults } from '../../data/search/results';
import { sendMessage } from '../messages';

/** How many hits come with the first answer: what a popup has room for. The others of the first ones follow when idle. */
const AT_ONCE = 12;
/** How many hits are shown at first. */
export const FIRST_HITS = 50;
/** How many come with each further answer. */
const PAGE = 100;

/** What is searched for. */
export interface Query {
  readonly text: string;
  readonly billableOnly: boolean;
  /** Its number as printed; null for all. */
  readonly chapter: string | null;
}

export const NO_QUERY: Query = { text: '', billableOnly: false, chapter: null };

export type SearchState =
  | { readonly state: 'idle' }
  | { readonly state: 'searching' }
  | {
      readonly state: 'found';
      readonly query: string;
      readonly results: SearchResults;
      /** Those behind the first ones that have come, by their indices. */
      readonly later: ReadonlyMap<number, Hit>;
    }
  | { readonly state: 'failed'; readonly query: string; readonly reason: string };

interface Search {
  readonly search: SearchState;
  /** Asks for the page of hits around an index, if it was not asked for yet. */
  readonly fetchAround: (index: number) => void;
}

/**
 * The results for a query, as it is typed. The last results stand until the next have come, where one query goes on
 * from the other; those for other words go at once.
 * @param round another number asks anew: the verdicts have changed
 */
export function useSearch({ text, billableOnly, chapter }: Query, round: number): Search {
  const [state, setState] = useState<SearchState>({ state: 'idle' });
  /** The pages that were asked for; another object for each query. */
  const pages = useRef(new Set<number>());

  // As soon as the field has changed; an effect would wait for the next frame.
  useLayoutEffect(() => {
    const asked = new Set<number>();
    let rest = 0;
    pages.current = asked;
    if (!text.trim()) {
      setState({ state: 'idle' });
      return;
    }
    setState((last) => (last.state === 'found' && goesOn(last.query, text) ? last : { state: 'searching' }));
    const ask = (offset: number, limit: number, take: (results: SearchResults) => void) =>
      sendMessage('search', requestOf({ text, billableOnly, chapter }, offset, limit)).then(
        (results) => {
          if (pages.current === asked) take(results);
        },
        (reason: unknown) => {
          console.warn('Dx Lens: the search failed', reason);
          if (pages.current === asked) setState({ state: 'failed', query: text, reason: String(reason) });
        },
      );
    void ask(0, AT_ONCE, (results) => {
      setState({ state: 'found', query: text, results, later: new Map() });
      if (results.total <= AT_ONCE) return;
      rest = requestIdleCallback(() =>
        ask(AT_ONCE, FIRST_HITS - AT_ONCE, ({ hits }) => setState((last) => withMore(last, hits))),
      );
    });
    return () => {
      cancelIdleCallback(rest);
      pages.current = new Set();
    };
  }, [text, billableOnly, chapter, round]);

  const fetchAround = useCallback(
    (index: number) => {
      const asked = pages.current;
      const page = Math.floor((index - FIRST_HITS) / PAGE);
      if (page < 0 || asked.has(page)) return;
      asked.add(page);
      const offset = FIRST_HITS + page * PAGE;
      sendMessage('search', requestOf({ text, billableOnly, chapter }, offset, PAGE)).then(
        ({ hits }) => pages.current === asked && setState((last) => withLater(last, offset, hits)),
        (reason: unknown) => {
          console.warn('Dx Lens: further results did not come', reason);
          // Asked for again when the list gets there again.
          asked.delete(page);
        },
      );
    },
    [text, billableOnly, chapter],
  );

  return { search: state, fetchAround };
}

/** The hit at an index, if it has come. */
export function hitAt(search: SearchState, index: number): Hit | undefined {
  return search.state === 'found' ? (search.results.hits[index] ?? search.later.get(index)) : undefined;
}

function requestOf({ text, billableOnly, chapter }: Query, offset: number, limit: number): SearchRequest {
  return {
    text,
    limit,
    ...(offset > 0 && { offset }),
    ...(billableOnly && { billableOnly }),
    ...(chapter !== null && { chapter }),
  };
}

function withMore(last: SearchState, more: readonly Hit[]): SearchState {
  if (last.state !== 'found') return last;
  return { ...last, results: { ...last.results, hits: [...last.results.hits, ...more] } };
}

function withLater(last: SearchState, offset: number, hits: readonly Hit[]): SearchState {
  if (last.state !== 'found') return last;
  const later = new Map(last.later);
  for (const [index, hit] of hits.entries()) later.set(offset + index, hit);
  return { ...last, later };
}

/** Whether one query is the beginning of the other. */
function goesOn(before: string, now: string): boolean {
  return now.startsWith(before.trimEnd()) || before.startsWith(now.trimEnd());
}
