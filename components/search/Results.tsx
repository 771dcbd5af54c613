import { useEffect, useRef } from 'preact/hooks';
import { Option, type OptionEvents } from './Option';
import type { RowGroup, RowList } from './rows';
import { useWindow } from './use-window';

interface Props extends OptionEvents {
  readonly id: string;
  readonly optionId: (position: number) => string;
  readonly rows: RowList;
  /** The groups that the rows come from, if they do. */
  readonly groups: readonly RowGroup[] | null;
  /** How many rows there are in all, those included that the list does not show. */
  readonly total: number;
  /** Names what is listed; with another name the list is another one. */
  readonly name: string;
  /** Position of the row that the keyboard is on. */
  readonly active: number;
  /** Whether other rows are on their way. */
  readonly isBusy: boolean;
  readonly favourites: ReadonlySet<string>;
  /** Told of the indices of hits that are in view and have not come yet. */
  readonly onAwaited: (index: number) => void;
}

/** The list of codes. Its options are reached from the search field, so they take no focus. */
export function Results({
  id,
  optionId,
  rows,
  groups,
  total,
  name,
  active,
  isBusy,
  favourites,
  onAwaited,
  ...events
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { from, to, before, after } = useWindow(box, rows.length, active, name);
  const positions = Array.from({ length: to - from }, (_, index) => from + index);

  useEffect(() => {
    for (const position of positions) {
      const row = rows.at(position);
      if (row?.kind === 'awaited') onAwaited(row.index);
    }
  });

  const option = (position: number) => {
    const row = rows.at(position);
    if (!row) return null;
    return (
      <Option
        key={row.key}
        id={optionId(position)}
        row={row}
        position={position}
        of={Math.max(rows.length, total)}
        isActive={position === active}
        isFavourite={row.kind !== 'awaited' && favourites.has(row.listed.spelling)}
        {...events}
      />
    );
  };
  return (
    <div ref={box} id={id} role="listbox" aria-label="Results" aria-busy={isBusy} class="results">
      {groups ? (
        groups.map(({ id: group, heading, codes }, index) => {
          const first = groups.slice(0, index).reduce((sum, earlier) => sum + earlier.codes.length, 0);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} role="presentation" class="heading">
                {heading} ({codes.length})
              </div>
              {codes.map((_, at) => option(first + at))}
            </div>
          );
        })
      ) : (
        <>
          {before > 0 && <div role="presentation" style={{ blockSize: `${before}px` }} />}
          {positions.map(option)}
          {after > 0 && <div role="presentation" style={{ blockSize: `${after}px` }} />}
        </>
      )}
    </div>
  );
}
