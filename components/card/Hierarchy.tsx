import { useId } from 'preact/hooks';
import { dotted } from '../../data/code';
import type { Step } from '../../data/hierarchy';

interface Props {
  readonly steps: readonly Step[];
  readonly onOpen: (text: string) => void;
}

/** The place of a code: chapter, blocks, category and what lies between. */
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
  if (!('code' in step)) {
    return (
      <>
        <span class="kind">{step.kind === 'chapter' ? `Chapter ${step.id}` : `Block ${step.id}`}</span>{' '}
        <span class="title">{step.title}</span>
      </>
    );
  }
  return (
    <button
      type="button"
      class="open"
      data-code={dotted(step.code)}
      onClick={() => onOpen(dotted(step.code))}
    >
      <span class="code">{dotted(step.code)}</span> <span class="title">{step.title}</span>
    </button>
  );
}
