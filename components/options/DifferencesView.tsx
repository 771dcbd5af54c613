import { useState } from 'preact/hooks';
import { dotted } from '../../data/code';
import type { CodeChange, Differences } from '../../data/import/compare';

const LISTS: readonly (readonly [keyof Differences, string])[] = [
  ['added', 'Added'],
  ['ended', 'Ended'],
  ['becameHeader', 'Billable before, headers now'],
  ['becameBillable', 'Headers before, billable now'],
  ['retitled', 'Retitled'],
];

/** The codes of two releases that differ, in lists that open. */
export function DifferencesView({ differences }: { readonly differences: Differences }) {
  const lists = LISTS.filter(([key]) => differences[key].length > 0);
  if (lists.length === 0) return <p>The codes, titles and flags are the same.</p>;
  return (
    <>
      {lists.map(([key, label]) => (
        <ChangeList key={key} label={label} changes={differences[key]} />
      ))}
    </>
  );
}

/** Rows shown at a time: a list can have thousands. */
const PAGE = 200;

interface ListProps {
  readonly label: string;
  readonly changes: readonly (CodeChange & { readonly before?: string })[];
}

function ChangeList({ label, changes }: ListProps) {
  const [shown, setShown] = useState(0);
  const more = changes.length - shown;
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open ? Math.max(shown, PAGE) : shown)}>
      <summary>
        {label}: {changes.length.toLocaleString('en-US')}
      </summary>
      <ul class="changes">
        {changes.slice(0, shown).map(({ code, title, billable, before }) => (
          <li key={code}>
            <span class="code">{dotted(code)}</span> {title}
            {!billable && ' (header)'}
            {before && <> (before: {before})</>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, more).toLocaleString('en-US')} more
        </button>
      )}
    </details>
  );
}
