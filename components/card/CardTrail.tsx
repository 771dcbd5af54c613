import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { queryOf, spellingOf } from '../verdict';
import { CodeCard } from './CodeCard';

interface Props {
  readonly first: Lookup;
  /** Takes a code, prefix or range as it is printed. */
  lookUp(text: string): Promise<Lookup | null>;
  readonly setDate: (on: Day | null) => Promise<void>;
  /** Told of each card that comes to be shown. */
  readonly onShow?: (lookup: Lookup) => void;
}

/** A card whose codes open in its place, with a way back. */
export function CardTrail({ first, lookUp, setDate, onShow }: Props) {
  const [trail, setTrail] = useState<readonly Lookup[]>([first]);
  const [problem, setProblem] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const shown = trail.at(-1) ?? first;
  const before = trail.at(-2);

  useEffect(() => {
    setTrail([first]);
    setProblem(null);
  }, [first]);
  useEffect(() => onShow?.(shown), [shown, onShow]);

  const show = (next: readonly Lookup[]) => {
    setTrail(next);
    setProblem(null);
    // The control that was used is gone. Where it had the focus, the card that has come gets it; a click on a
    // hover card has left the focus in the page, and there it stays.
    const root = top.current?.getRootNode() as Document | ShadowRoot | undefined;
    if (root?.activeElement && top.current?.contains(root.activeElement)) {
      top.current.focus({ preventScroll: true });
    }
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const open = async (text: string) => {
    try {
      const next = await lookUp(text);
      if (next) show([...trail, next]);
    } catch (reason) {
      console.warn(`Dx Lens: ${text} could not be looked up`, reason);
      setProblem(`${text} could not be looked up: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  const onDate = async (on: Day | null) => {
    try {
      await setDate(on);
      const next = await lookUp(queryOf(shown));
      // The cards before this one were given for another day. The focus stays in the field.
      if (next) setTrail([next]);
    } catch (reason) {
      console.warn('Dx Lens: the date of service could not be set', reason);
      setProblem(
        `The date of service could not be set: ${reason instanceof Error ? reason.message : reason}`,
      );
    }
  };

  return (
    <div class="trail" tabIndex={-1} ref={top}>
      {before && (
        <button type="button" class="back" onClick={() => show(trail.slice(0, -1))}>
          ← Back to {spellingOf(before)}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
      <CodeCard lookup={shown} onOpen={open} onDate={onDate} />
    </div>
  );
}
