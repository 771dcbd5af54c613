import { useId } from 'preact/hooks';
import type { NoteKind, TabularNote } from '../../data/release';
import { day } from '../day';

interface Props {
  readonly notes: readonly TabularNote[];
  /** ISO day of the tabular list that the notes come from. */
  readonly asOf: string;
}

/** The headings that the printed list gives to its notes. */
const HEADINGS: Record<NoteKind, string> = {
  includes: 'Includes',
  inclusionTerm: 'Inclusion terms',
  excludes1: 'Excludes1',
  excludes2: 'Excludes2',
  codeFirst: 'Code first',
  useAdditionalCode: 'Use additional code',
  codeAlso: 'Code also',
  notes: 'Note',
};

/** The official notes of the code's own node, in official order and wording. */
export function Notes({ notes, asOf }: Props) {
  const id = useId();
  if (notes.length === 0) return null;
  return (
    <section class="notes" aria-labelledby={id}>
      <h3 id={id}>
        Official notes <span class="remark">notes as of {day(asOf)}</span>
      </h3>
      <dl>
        {notes.map(({ kind, lines }, index) => (
          <div key={index}>
            <dt>{HEADINGS[kind]}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
