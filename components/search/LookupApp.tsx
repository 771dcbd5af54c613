import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { CardTrail } from '../card/CardTrail';
import { CopyFormatContext } from '../card/copy-format-context';
import { lookUp, setDateOfService } from '../lookups';
import { DEFAULTS } from '../settings';
import { useSettings } from '../use-settings';
import { SearchBox } from './SearchBox';
import { useSearch } from './use-search';

interface Props {
  /** What is searched for at the start. */
  readonly query: string;
  /** The card that is shown at the start, if any. */
  readonly card: Lookup | null;
  /** What stands below search and card. */
  readonly foot: ComponentChildren;
}

/** Search and card: the whole of the popup and of the side panel. */
export function LookupApp({ query: firstQuery, card: firstCard, foot }: Props) {
  const [query, setQuery] = useState(firstQuery);
  const [card, setCard] = useState<Lookup | null>(firstCard);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const search = useSearch(query, round);
  const { copyFormat } = useSettings() ?? DEFAULTS;
  const input = useRef<HTMLInputElement>(null);
  const cardBox = useRef<HTMLElement>(null);

  const open = useCallback(async (spelling: string) => {
    try {
      setCard(await lookUp(spelling));
      setProblem(null);
    } catch (reason) {
      console.warn('Dx Lens: the lookup failed', reason);
      setProblem(`The lookup failed: ${reason instanceof Error ? reason.message : reason}`);
    }
  }, []);
  const setDate = useCallback(async (on: Day | null) => {
    await setDateOfService(on);
    setRound((last) => last + 1);
  }, []);
  const back = () => {
    setCard(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!card || event.key !== 'Escape') return;
    // Escape would close the popup.
    event.preventDefault();
    back();
  };

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (card) cardBox.current?.focus();
  }, [card]);

  return (
    <main class="lookup" onKeyDown={onKeyDown}>
      <h1>Dx Lens</h1>
      <SearchBox
        query={query}
        search={search}
        input={input}
        isListShown={!card}
        onQuery={(text) => {
          setQuery(text);
          setCard(null);
        }}
        onOpen={open}
      />
      {problem && <p role="alert">{problem}</p>}
      {card && (
        <section class="card-box" tabIndex={-1} ref={cardBox} aria-label="Card">
          <button type="button" class="to-results" onClick={back}>
            ← Results
          </button>
          <CopyFormatContext.Provider value={copyFormat}>
            <CardTrail first={card} lookUp={lookUp} setDate={setDate} />
          </CopyFormatContext.Provider>
        </section>
      )}
      {foot}
    </main>
  );
}
