import { useId } from 'preact/hooks';
import { type Step, spellingOf } from '../../data/hierarchy';

interface Props {
  readonly steps: readonly Step[];
  readonly onOpen: (text: string) => void;
}

/** The place of a code or range: chapter, blocks, category and what lies between. Each opens its card. */
export function Hierarchy({ steps, onOpen }: Props) {
  const id = useId();
  // A range over several chapters stands below nothing.
  if (steps.length === 0) return null;
  return (
    <section class="hierarchy" aria-labelledby={id}>
      <h3 id={id}>Hierarchy</h3>
      <ol>
        {steps.map((step) => (
          <li key={`${step.kind} ${'code' in step ? step.code : step.id}`}>
            <StepLine step={step} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLine({ step, onOpen }: { step: Step; onOpen: Props['onOpen'] }) {
  const spelling = spellingOf(step);
  const line = (
    <>
      <StepName step={step} /> <Title title={step.title} />
    </>
  );
  if (spelling === null) return line;
  return (
    <button type="button" class="open" data-code={spelling} onClick={() => onOpen(spelling)}>
      {line}
    </button>
  );
}

/** As published; the range at the end of a block's title is not broken at its hyphen. */
function Title({ title }: { title: string }) {
  const [, words = title, range] = /^(.* )(\([A-Z]\w+-[A-Z]\w+\))$/.exec(title) ?? [];
  return (
    <span class="title">
      {words}
      {range && <span class="range">{range}</span>}
    </span>
  );
}

function StepName({ step }: { step: Step }) {
  if ('code' in step) return <span class="code">{spellingOf(step)}</span>;
  return <span class="kind">{step.kind === 'chapter' ? `Chapter ${step.id}` : `Block ${step.id}`}</span>;
}
