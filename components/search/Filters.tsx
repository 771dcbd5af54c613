import { ChapterFilter } from './ChapterFilter';
import type { Query } from './use-search';

interface Props {
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}

/** What the search is narrowed to: billable codes, and one chapter. */
export function Filters({ query, onQuery }: Props) {
  return (
    <div class="filters">
      <label>
        <input
          type="checkbox"
          checked={query.billableOnly}
          onChange={(event) => onQuery({ ...query, billableOnly: event.currentTarget.checked })}
        />{' '}
        Billable only
      </label>
      <ChapterFilter chapter={query.chapter} onChapter={(chapter) => onQuery({ ...query, chapter })} />
    </div>
  );
}
