import type { Hit, Why } from '../../data/search/results';
import { VERDICT_LABELS, VERDICT_SIGNS } from '../verdict';
import { Matched } from './Matched';

/** What a reason is called: our own words say that they are ours. */
const REASONS: Record<Why['kind'], string> = {
  'inclusion-term': 'Official inclusion term',
  'index-term': 'Official index term',
  includes: 'Official includes note',
  'our-term': 'Our term, not official',
  usual: 'Default of',
};

interface Props {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly hits: readonly Hit[];
  /** Index of the option that the keyboard is on. */
  readonly active: number;
  readonly onOpen: (spelling: string) => void;
  readonly onCopy: (spelling: string) => void;
}

/** The list of found codes. Its options are reached from the search field, so they take no focus. */
export function Results({ id, optionId, hits, active, onOpen, onCopy }: Props) {
  return (
    <div id={id} role="listbox" aria-label="Results" class="results">
      {hits.map(({ spelling, title, verdict, matched, why }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys for its options
        <div
          key={spelling}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-code={spelling}
          class={`option ${verdict}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => (event.ctrlKey || event.metaKey ? onCopy(spelling) : onOpen(spelling))}
        >
          <span class="code">{spelling}</span>{' '}
          <span class="title">
            <Matched text={title} parts={matched} />
          </span>{' '}
          <span class="badge">
            <span aria-hidden="true">{VERDICT_SIGNS[verdict]} </span>
            {VERDICT_LABELS[verdict]}
          </span>{' '}
          {why && (
            <span class={`why ${why.kind}`}>
              {REASONS[why.kind]}: <Matched text={why.text} parts={why.matched} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
