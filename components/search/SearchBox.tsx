import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { copyText } from '../copy';
import { type CopyFormat, copiedText } from '../copy-format';
import { Filters } from './Filters';
import { KeyHints } from './KeyHints';
import { Results } from './Results';
import { type Listed, type Row, type RowGroup, rowsOfGroups, rowsOfHits } from './rows';
import { statusOf } from './status';
import { useActive } from './use-active';
import { FIRST_HITS, hitAt, type Query, type SearchState } from './use-search';
import { useUnfolded } from './use-unfolded';

interface Props {
  readonly query: Query;
  readonly search: SearchState;
  /** What is listed while nothing is searched for. */
  readonly groups: readonly RowGroup[];
  /** Where the keyboard is at the start. */
  readonly firstActive: number;
  readonly input: RefObject<HTMLInputElement | null>;
  /** False while a card stands in the list's place. */
  readonly isListShown: boolean;
  readonly copyFormat: CopyFormat;
  /** The spellings of favourites; null when none are kept. */
  readonly favourites: ReadonlySet<string> | null;
  readonly onQuery: (query: Query) => void;
  readonly onOpen: (spelling: string) => void;
  /** Makes a code a favourite or takes it from them; says what was done. */
  readonly onStar: (spelling: string) => Promise<string>;
  readonly onAwaited: (index: number) => void;
  readonly onActive: (position: number) => void;
}

/** The id of the list, and of the option at a position. */
const LIST = 'results';
const optionId = (position: number) => `${LIST}-${position}`;
/** How far PageDown goes. */
const PAGE = 8;

/**
 * A combobox with a list, after the ARIA pattern “editable combobox with list autocomplete”: the focus stays in
 * the field, arrows move the active option, Enter opens its card, Ctrl+C without a selection copies its code, Ctrl+S
 * makes it a favourite, → behind the text unfolds its family.
 */
export function SearchBox(props: Props) {
  const { query, search, groups, input, isListShown, onQuery, onOpen, onStar, onActive } = props;
  const [said, setSaid] = useState('');
  /** The query for which Enter was pressed before its results had come. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const [isAll, setIsAll] = useState(props.firstActive >= FIRST_HITS);
  const { unfolded, switchFold, fold } = useUnfolded(query);

  const isIdle = search.state === 'idle' && query.text.trim() === '';
  const results = search.state === 'found' ? search.results : null;
  const total = results?.total ?? 0;
  const shown = isAll ? total : Math.min(total, FIRST_HITS);
  // Of the first ones the last follow in a moment, and leave no gap meanwhile.
  const listed = isAll ? total : Math.min(shown, results?.hits.length ?? 0);
  const rows = isIdle ? rowsOfGroups(groups) : rowsOfHits((index) => hitAt(search, index), listed, unfolded);
  const { active, isReached, reach, leave } = useActive(rows, props.firstActive);
  const row = rows.at(active);
  const isExpanded = isListShown && rows.length > 0;
  const isCurrent = isIdle || (search.state === 'found' && search.query === query.text);

  // Before the paint: what is said of a key that follows the results must stand.
  useLayoutEffect(() => {
    setSaid('');
    if (search.state !== 'found' || search.query !== awaited) return;
    setAwaited(null);
    const first = search.results.hits[0];
    if (first) onOpen(first.spelling);
  }, [search]);
  useLayoutEffect(() => onActive(active), [active]);

  const ask = (next: Query) => {
    setAwaited(null);
    setIsAll(false);
    leave();
    onQuery(next);
  };
  const move = (position: number) => {
    // Going on from the last of the first ones shows all.
    if (position >= rows.length && listed === shown && shown < total) setIsAll(true);
    reach(Math.max(0, Math.min(rows.length - 1, position)));
    const field = input.current;
    // Else Ctrl+C would copy the words.
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  const copy = async ({ spelling, title }: Listed) => {
    try {
      await copyText(copiedText(spelling, title || undefined, props.copyFormat));
      setSaid(`${spelling} copied`);
    } catch (reason) {
      console.warn('Dx Lens: nothing was copied', reason);
      setSaid('The browser refused to copy');
    }
  };
  const star = async ({ spelling }: Listed) => setSaid(await onStar(spelling));
  const foldAt = (at: Row) => {
    if (at.kind === 'member') {
      fold(at.of);
      reach(rows.positionOf(at.of));
    } else if (at.kind === 'code' && at.family) switchFold(at.key, rows.positionOf(at.key), rows);
  };
  /** @returns whether the key was for the list */
  const onListKey = (event: KeyboardEvent, field: HTMLInputElement): boolean => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : null;
    const isAtEnd = caret === field.value.length;
    const to: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      // Within the text these are for the caret.
      ...(isAtEnd && { End: rows.length - 1 }),
      ...(isReached && { Home: 0 }),
    };
    const position = isPlain ? to[event.key] : undefined;
    if (position !== undefined && isExpanded) move(position);
    else if (event.key === 'Enter' && isListShown) {
      if (!isCurrent) setAwaited(query.text);
      else if (row && row.kind !== 'awaited') onOpen(row.listed.spelling);
    } else if (!row || row.kind === 'awaited' || !isExpanded) return false;
    else if (isChord(event, 'c') && caret !== null) void copy(row.listed);
    else if (isChord(event, 's') && props.favourites) void star(row.listed);
    else if (isPlain && event.key === 'ArrowRight' && isAtEnd && canUnfold(row)) foldAt(row);
    else if (isPlain && event.key === 'ArrowLeft' && canFold(row)) foldAt(row);
    else return false;
    return true;
  };

  return (
    <div class="search">
      <label class="field">
        <span class="label">Search ICD-10-CM</span>
        <input
          ref={input}
          type="text"
          class="query"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          placeholder="Code or words"
          aria-expanded={isExpanded}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={isExpanded ? optionId(active) : undefined}
          value={query.text}
          onInput={(event) => ask({ ...query, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            // An input method's keys choose among its suggestions.
            if (!event.isComposing && onListKey(event, event.currentTarget)) event.preventDefault();
          }}
        />
      </label>
      <Filters query={query} onQuery={ask} />
      <div class="above-list">
        <p class="count" role="status">
          {said || (isIdle && groups.length > 0 ? 'Type a code or words' : statusOf(search, shown))}
        </p>
        {isListShown && shown < total && (
          <button
            type="button"
            class="show-all"
            onClick={() => {
              setIsAll(true);
              input.current?.focus();
            }}
          >
            Show all {total.toLocaleString('en-US')}
          </button>
        )}
      </div>
      {isListShown && (
        <>
          <Results
            id={LIST}
            optionId={optionId}
            rows={rows}
            groups={isIdle ? groups : null}
            total={isIdle ? rows.length : total}
            name={`${JSON.stringify(query)} ${[...unfolded.keys()]}`}
            active={active}
            isBusy={!isCurrent}
            favourites={props.favourites ?? NONE}
            onAwaited={props.onAwaited}
            onOpen={({ spelling }) => onOpen(spelling)}
            onCopy={copy}
            onFold={(key) => {
              const position = rows.positionOf(key);
              const folded = rows.at(position);
              if (folded) foldAt(folded);
            }}
          />
          {rows.length > 0 && (
            <KeyHints
              at="list"
              family={row && canFold(row) ? 'fold' : row && canUnfold(row) ? 'unfold' : null}
              canStar={props.favourites !== null}
            />
          )}
        </>
      )}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

function canUnfold(row: Row): boolean {
  return row.kind === 'code' && row.family !== undefined && !row.isUnfolded;
}

function canFold(row: Row): boolean {
  return row.kind === 'member' || (row.kind === 'code' && row.isUnfolded);
}

function isChord(event: KeyboardEvent, key: string): boolean {
  return (
    (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === key
  );
}
