import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { CopyFormatContext } from '../card/copy-format-context';
import { SynonymsContext } from '../card/synonyms-context';
import { askSynonyms, lookUp, setDateOfService } from '../lookups';
import { DEFAULTS } from '../settings';
import { useSettings } from '../use-settings';
import { CardBox, isCode } from './CardBox';
import { KeptTools } from './KeptTools';
import type { LastView, View } from './last-view';
import { SearchBox } from './SearchBox';
import { useGroups } from './use-groups';
import { useKeptCodes } from './use-kept-codes';
import { useLastView } from './use-last-view';
import { NO_QUERY, type Query, useSearch } from './use-search';
import { useStars } from './use-stars';
import { useTypedOver } from './use-typed-over';

/** How the card stands to the list: in its place, or below or beside it. */
export type Layout = 'popup' | 'panel';

interface Props {
  readonly layout: Layout;
  /** What is searched for at the start. */
  readonly start: View;
  /** The card that is shown at the start, if any. */
  readonly card: Lookup | null;
  /** Where what is searched for is kept. */
  readonly lastView: LastView;
  /** What stands below search and card. */
  readonly foot: ComponentChildren;
}

/** Search and card: the whole of the popup and of the side panel. */
export function LookupApp({ layout, start, card: firstCard, lastView, foot }: Props) {
  const [query, setQuery] = useState<Query>(start);
  const [card, setCard] = useState<Lookup | null>(firstCard);
  const [active, setActive] = useState(start.active);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const { search, fetchAround } = useSearch(query, round);
  const settings = useSettings();
  const keeping = useKeptCodes(settings?.favouritesAndRecents === true);
  const { favourites, star } = useStars(keeping);
  const groups = useGroups(keeping.kept, round);
  const input = useRef<HTMLInputElement>(null);
  const cardBox = useRef<HTMLElement>(null);
  const isListShown = layout === 'panel' || !card;
  useLastView({ ...query, active }, lastView);

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
  const { noteRecent } = keeping;
  const note = useCallback(
    (lookup: Lookup) => {
      if (!isCode(lookup)) return;
      noteRecent(lookup.asked).catch((reason) =>
        console.warn('Dx Lens: the code is not among the recent ones', reason),
      );
    },
    [noteRecent],
  );
  const back = () => {
    setCard(null);
    input.current?.focus();
  };
  /** Escape steps back from the card, then clears the search; then it is the browser's, and closes the popup. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (card) back();
    else if (query.text || query.billableOnly || query.chapter) setQuery(NO_QUERY);
    else return;
    event.preventDefault();
  };

  useTypedOver(input);
  useEffect(() => {
    if (card) cardBox.current?.focus();
  }, [card]);

  return (
    <main class={`lookup ${layout}${card ? ' has-card' : ''}`} onKeyDown={onKeyDown}>
      <h1>Dx Lens</h1>
      <SearchBox
        query={query}
        search={search}
        groups={groups}
        firstActive={start.active}
        input={input}
        isListShown={isListShown}
        copyFormat={settings?.copyFormat ?? DEFAULTS.copyFormat}
        favourites={favourites}
        onQuery={(next) => {
          setQuery(next);
          setCard(null);
        }}
        onOpen={open}
        onStar={star}
        onAwaited={fetchAround}
        onActive={setActive}
      />
      {problem && <p role="alert">{problem}</p>}
      {card && (
        <CopyFormatContext.Provider value={settings?.copyFormat ?? DEFAULTS.copyFormat}>
          <SynonymsContext.Provider value={askSynonyms}>
            <CardBox
              card={card}
              box={cardBox}
              favourites={favourites}
              onBack={back}
              backLabel={layout === 'panel' ? '✕ Close card' : '← Results'}
              setDate={setDate}
              onShow={note}
              onStar={star}
            />
          </SynonymsContext.Provider>
        </CopyFormatContext.Provider>
      )}
      {!card && !query.text && keeping.isOn && <KeptTools kept={keeping.kept} clear={keeping.clear} />}
      {foot}
    </main>
  );
}
