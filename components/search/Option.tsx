import { parseSpan } from '../../data/code-span';
import type { Why } from '../../data/search/results';
import { VERDICT_LABELS, VERDICT_SIGNS } from '../verdict';
import { Matched } from './Matched';
import type { Listed, Row } from './rows';

/** What a reason is called: our own words say that they are ours. */
const REASONS: Record<Why['kind'], string> = {
  'inclusion-term': 'Official inclusion term',
  'index-term': 'Official index term',
  includes: 'Official includes note',
  'our-term': 'Our term, not official',
  usual: 'Default of',
};

/** So many characters have room beside a title in a narrow list: `T36-T50`, not `T36.0X1A-T50.996S`. */
const LONG = 9;

export interface OptionEvents {
  readonly onOpen: (listed: Listed) => void;
  readonly onCopy: (listed: Listed) => void;
  /** Unfolds the family of a row, or folds it. */
  readonly onFold: (key: string) => void;
}

interface Props extends OptionEvents {
  readonly id: string;
  readonly row: Row;
  readonly position: number;
  /** How many rows the list has, those included that have not come yet. */
  readonly of: number;
  readonly isActive: boolean;
  readonly isFavourite: boolean;
}

/** One row of a list. It is reached from the search field, so it takes no focus. */
export function Option({ id, row, position, of, isActive, isFavourite, onOpen, onCopy, onFold }: Props) {
  const place = {
    id,
    'aria-selected': isActive,
    'aria-posinset': position + 1,
    'aria-setsize': of,
    'data-position': position,
  } as const;
  if (row.kind === 'awaited') {
    return (
      <div {...place} role="option" tabIndex={-1} aria-disabled="true" class="option awaited">
        …
      </div>
    );
  }
  const { spelling, title } = row.listed;
  // It is marked as a header is, but it is not one.
  const verdict = parseSpan(spelling)?.kind === 'range' ? 'range' : row.listed.verdict;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys for its options
    <div
      {...place}
      role="option"
      tabIndex={-1}
      data-code={spelling}
      class={`option ${verdict}${row.kind === 'member' ? ' member' : ''}${spelling.length > LONG ? ' long' : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => (event.ctrlKey || event.metaKey ? onCopy(row.listed) : onOpen(row.listed))}
    >
      <span class="code">{spelling}</span>{' '}
      <span class="title">
        <Matched text={title} parts={row.kind === 'code' ? row.matched : []} />
      </span>{' '}
      <span class="badge">
        {isFavourite && (
          <>
            <span aria-hidden="true">★ </span>
            <span class="unseen">Favourite, </span>
          </>
        )}
        <span aria-hidden="true">{VERDICT_SIGNS[verdict]} </span>
        {VERDICT_LABELS[verdict]}
      </span>{' '}
      {row.kind === 'code' && row.why && (
        <span class={`why ${row.why.kind}`}>
          {REASONS[row.why.kind]}: <Matched text={row.why.text} parts={row.why.matched} />
        </span>
      )}
      {row.kind === 'code' && row.family && (
        // biome-ignore lint/a11y/noStaticElementInteractions: an option has no controls in it; the keyboard has → and ←
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span
          class="family"
          onClick={(event) => {
            event.stopPropagation();
            onFold(row.key);
          }}
        >
          <span aria-hidden="true">{row.isUnfolded ? '▾' : '▸'} </span>
          {row.family.others.length} more, other {row.family.differsIn}
          <span class="unseen">{row.isUnfolded ? ', below' : ', folded'}</span>
        </span>
      )}
    </div>
  );
}
