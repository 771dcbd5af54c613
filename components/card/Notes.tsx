import { useId } from 'preact/hooks';
import { dotted } from '../../data/code';
import type { Step } from '../../data/hierarchy';
import type { Entry } from '../../data/lookup/answer';
import type { NoteKind, NoteTable, TabularNote } from '../../data/release';
import { day } from '../day';
import { NoteLine } from './NoteLine';

interface Props {
  /** A code, or a range that a chapter or block has, which has no seventh character. */
  readonly entry: Pick<Entry, 'notes' | 'table' | 'inherited'> & Partial<Pick<Entry, 'seventh'>>;
  /** ISO day of the tabular list that the notes come from. */
  readonly asOf: string;
  readonly onOpen: (text: string) => void;
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

/** The official notes in official order and wording: its own, then those it inherits, each with its origin. */
export function Notes({ entry, asOf, onOpen }: Props) {
  const id = useId();
  const { notes, table, inherited, seventh } = entry;
  if (notes.length === 0 && !table && inherited.length === 0 && !seventh) return null;
  return (
    <section class="notes" aria-labelledby={id}>
      <h3 id={id}>
        Official notes <span class="remark">notes as of {day(asOf)}</span>
      </h3>
      {seventh && (
        <dl>
          <div>
            <dt>
              7th character{seventh.extension && ` ${seventh.extension.char}`}{' '}
              <span class="remark">from {dotted(seventh.definedBy)}</span>
            </dt>
            {seventh.extension && <dd>{seventh.extension.text}</dd>}
            {seventh.extension?.notes?.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
            {!seventh.extension && seventh.notes.map((line) => <dd key={line}>{line}</dd>)}
          </div>
        </dl>
      )}
      <NoteList notes={notes} table={table} onOpen={onOpen} />
      {inherited.map(({ from, ...theirs }) => (
        <section class="inherited" key={nameOf(from)}>
          <h4>
            <span class="remark">from</span> {nameOf(from)} <span class="title">{from.title}</span>
          </h4>
          <NoteList {...theirs} onOpen={onOpen} />
        </section>
      ))}
    </section>
  );
}

interface ListProps {
  readonly notes: readonly TabularNote[];
  readonly table?: NoteTable | undefined;
  readonly onOpen: (text: string) => void;
}

function NoteList({ notes, table, onOpen }: ListProps) {
  return (
    <>
      <dl>
        {notes.map(({ kind, lines }, index) => (
          // A node can carry two notes of one kind and a line twice, and they never move.
          <div key={index}>
            <dt>{HEADINGS[kind]}</dt>
            {lines.map((line, nth) => (
              <dd key={nth}>
                <NoteLine line={line} onOpen={onOpen} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {table && <Table rows={table} />}
    </>
  );
}

function Table({ rows: [headings = [], ...rows] }: { readonly rows: NoteTable }) {
  return (
    <table>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, column) => (
              <td key={headings[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(step: Step): string {
  if ('code' in step) return dotted(step.code);
  return step.kind === 'chapter' ? `Chapter ${step.id}` : `Block ${step.id}`;
}
