import type { RefObject } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { CardTrail } from '../card/CardTrail';
import { lookUp } from '../lookups';
import { spellingOf } from '../verdict';
import { FavouriteButton } from './FavouriteButton';
import { KeyHints } from './KeyHints';

interface Props {
  readonly card: Lookup;
  readonly box: RefObject<HTMLElement | null>;
  /** The spellings of favourites; null when none are kept. */
  readonly favourites: ReadonlySet<string> | null;
  readonly onBack: () => void;
  /** What the button for it says. */
  readonly backLabel: string;
  readonly setDate: (on: Day | null) => Promise<void>;
  /** Told of each card that comes to be shown. */
  readonly onShow: (lookup: Lookup) => void;
  /** Says what was done. */
  readonly onStar: (spelling: string) => Promise<string>;
}

/** The card of a code that was opened from the list, with the way back to it. */
export function CardBox({ card, box, favourites, onBack, backLabel, setDate, onShow, onStar }: Props) {
  const [shown, setShown] = useState(card);
  const [said, setSaid] = useState('');
  const show = useCallback(
    (lookup: Lookup) => {
      setShown(lookup);
      setSaid('');
      onShow(lookup);
    },
    [onShow],
  );
  const spelling = spellingOf(shown);
  const canStar = favourites !== null && isCode(shown);
  const star = async () => setSaid(await onStar(spelling));
  return (
    <section
      class="card-box"
      tabIndex={-1}
      ref={box}
      aria-label="Card"
      onKeyDown={(event) => {
        const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
        if (!canStar || !(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== 's') return;
        event.preventDefault();
        void star();
      }}
    >
      <div class="card-tools">
        <button type="button" class="to-results" onClick={onBack}>
          {backLabel}
        </button>
        {canStar && (
          <FavouriteButton
            spelling={spelling}
            isFavourite={favourites.has(spelling)}
            onSwitch={() => void star()}
          />
        )}
        <span class="said" role="status">
          {said}
        </span>
      </div>
      <CardTrail first={card} lookUp={lookUp} setDate={setDate} onShow={show} />
      <KeyHints at="card" family={null} canStar={canStar} />
    </section>
  );
}

/** Whether a card is that of one code that the release has or had. */
export function isCode(lookup: Lookup): boolean {
  return !['range', 'other-system', 'unknown'].includes(lookup.verdict) && !lookup.asPrefix;
}
