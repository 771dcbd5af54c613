import { type Code, dotted } from '../../data/code';
import { type NotePart, parseReferences } from '../../data/notes/references';

interface Props {
  readonly line: string;
  readonly onOpen: (code: Code) => void;
}

/** A line of a note exactly as printed; the codes in it open their cards. */
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
  // A range opens at its first code.
  const code = target.kind === 'range' ? target.from : target.code;
  return (
    <button type="button" class="reference" data-code={dotted(code)} onClick={() => onOpen(code)}>
      {text}
    </button>
  );
}
