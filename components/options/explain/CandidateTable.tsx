import { useState } from 'preact/hooks';
import type { Reason } from '../../../data/spotting/weigh';
import type { ExplainedCandidate } from '../../explained';
import { VERDICT_LABELS } from '../../verdict';

/** Rows shown at a time: a page can have thousands. */
const PAGE = 200;

type Filter = 'all' | 'marked' | 'not-marked';

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', 'All'],
  ['marked', 'Marked'],
  ['not-marked', 'Not marked'],
];

interface Props {
  readonly candidates: readonly (ExplainedCandidate & { readonly frameId: number })[];
}

/** Each candidate with what was decided, and which rules have spoken. */
export function CandidateTable({ candidates }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [most, setMost] = useState(PAGE);
  const hasFrames = candidates.some(({ frameId }) => frameId !== candidates[0]?.frameId);
  const chosen = candidates.filter(({ counts }) => filter === 'all' || counts === (filter === 'marked'));
  const shown = chosen.slice(0, most);
  return (
    <>
      <fieldset class="filter">
        <legend>Show</legend>
        {FILTERS.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="explained-filter"
              value={value}
              checked={filter === value}
              onChange={() => {
                setFilter(value);
                setMost(PAGE);
              }}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      <table class="candidates">
        <caption>Texts with the shape of a code</caption>
        <thead>
          <tr>
            <th scope="col">Text</th>
            {hasFrames && <th scope="col">Frame</th>}
            <th scope="col">Verdict</th>
            <th scope="col">Marked</th>
            <th scope="col">Points</th>
            <th scope="col">Rules that spoke</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ text, frameId, verdict, counts, points, reasons }, index) => (
            // A page may have the same text many times, and nothing else tells its places apart.
            <tr key={index}>
              <th scope="row" class="code">
                {text}
              </th>
              {hasFrames && <td>{frameId === 0 ? 'top' : frameId}</td>}
              <td>{VERDICT_LABELS[verdict]}</td>
              <td>{counts ? '✓ yes' : '– no'}</td>
              <td class="number">{signed(points)}</td>
              <td>
                <Reasons reasons={reasons} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p>None.</p>}
      {chosen.length > shown.length && (
        <button type="button" onClick={() => setMost(most + PAGE)}>
          Show {Math.min(PAGE, chosen.length - shown.length)} more
        </button>
      )}
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map(({ rule, points }, index) => (
        <li key={index}>
          {rule} <span class="number">{signed(points)}</span>
        </li>
      ))}
    </ul>
  );
}

/** With a real minus, which is as wide as a plus. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}
