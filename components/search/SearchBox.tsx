import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../copy';
import { Results } from './Results';
import type { SearchState } from './use-search';

interface Props {
  readonly query: string;
  readonly search: SearchState;
  readonly input: RefObject<HTMLInputElement | null>;
  /** False while a card stands in the list's place. */
  readonly isListShown: boolean;
  readonly onQuery: (text: string) => void;
  readonly onOpen: (spelling: string) => void;
}

/** The id of the list of results, and of the option at an index. */
const LIST = 'results';
const optionId = (index: number) => `${LIST}-${index}`;

/**
 * A combobox with a list, after the ARIA pattern “editable combobox with list autocomplete”: the focus stays in
 * the field, arrows move the active option, Enter opens its card, Ctrl+C without a selection copies its code.
 */
export function SearchBox({ query, search, input, isListShown, onQuery, onOpen }: Props) {
  /** The option that the arrows have reached; it stays when further results come, until something is typed. */
  const [reached, setReached] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  /** The query for which Enter was pressed before its results had come. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const hits = search.state === 'found' ? search.results.hits : [];
  const active = Math.max(
    0,
    hits.findIndex(({ spelling }) => spelling === reached),
  );
  const chosen = hits[active];
  const isExpanded = isListShown && hits.length > 0;
  const isCurrent = search.state === 'found' && search.query === query;

  useEffect(() => {
    setSaid('');
    if (search.state !== 'found' || search.query !== awaited) return;
    setAwaited(null);
    const first = search.results.hits[0];
    if (first) onOpen(first.spelling);
  }, [search]);
  useEffect(() => document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' }), [active]);

  const copy = async (spelling: string) => {
    try {
      await copyText(spelling);
      setSaid(`${spelling} copied`);
    } catch (reason) {
      console.warn('Dx Lens: nothing was copied', reason);
      setSaid('The browser refused to copy');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // These keys choose among an input method's suggestions.
    if (event.isComposing) return;
    const field = event.currentTarget as HTMLInputElement;
    const moved = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }[
      event.key
    ];
    if (moved !== undefined && isExpanded) {
      setReached(hits[Math.max(0, Math.min(hits.length - 1, moved))]?.spelling ?? null);
    } else if (event.key === 'Enter' && isListShown) {
      if (!isCurrent) setAwaited(query);
      else if (chosen) onOpen(chosen.spelling);
    } else if (isCopy(event) && field.selectionStart === field.selectionEnd && chosen) {
      void copy(chosen.spelling);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="search">
      <label class="field">
        <span class="label">Search ICD-10-CM</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          placeholder="Code or words"
          aria-expanded={isExpanded}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={isExpanded ? optionId(active) : undefined}
          value={query}
          onInput={(event) => {
            setAwaited(null);
            setReached(null);
            onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p class="count" role="status">
        {said || countOf(search)}
      </p>
      {isListShown && (
        <Results id={LIST} optionId={optionId} hits={hits} active={active} onOpen={onOpen} onCopy={copy} />
      )}
    </div>
  );
}

function isCopy(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
}

function countOf(search: SearchState): string {
  switch (search.state) {
    case 'idle':
      return 'Type a code (M43.2, M4322, E11) or words (fusion spine)';
    case 'searching':
      return 'Searching…';
    case 'failed':
      return `The search failed: ${search.reason}`;
    case 'found': {
      const { total, hits, corrected, refused } = search.results;
      if (refused) return refused;
      if (total === 0) return `No code or title has “${search.query.trim()}”`;
      const all = total === 1 ? '1 code' : `${total} codes`;
      const shown = total > hits.length ? `First ${hits.length} of ${all}` : all;
      return corrected ? `${shown} for “${corrected}”` : shown;
    }
  }
}
