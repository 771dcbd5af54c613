import { printSpan } from '../../data/code-span';
import { type NotePart, parseReferences } from '../../data/notes/references';

interface Props {
  readonly line: string;
  readonly onOpen: (text: string) => void;
}

/** A line of a note exactly as printed; the codes, prefixes and ranges in it open their cards. */
export function NoteLine({ line, onOpen }: Props) {
  return (
    <>
      {parseReferences(line).map((part, index) =>
        // The parts of a line never move.
        part.kind === 'text' ? part.text : <Reference key={index} part={part} onOpen={onOpen} />,
      )}
    </>
  );
}

type ReferencePart = Extract<NotePart, { kind: 'reference' }>;

function Reference({ part: { text, target }, onOpen }: { part: ReferencePart; onOpen: Props['onOpen'] }) {
  const span = printSpan(target);
  return (
    <button type="button" class="reference" data-code={span} onClick={() => onOpen(span)}>
      {text}
    </button>
  );
}
