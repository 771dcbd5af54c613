import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { queryOf } from '../verdict';
import { CodeCard } from './CodeCard';
import { TrailButtons } from './TrailButtons';
import { choose, goBy, openNext, startTrail, type Trail } from './trail';
import { useCardKeys } from './use-card-keys';

interface Props {
  readonly first: Lookup;
  /** Takes a code, prefix or range as it is printed. */
  lookUp(text: string): Promise<Lookup | null>;
  readonly setDate: (on: Day | null) => Promise<void>;
  /** Told of each card that comes to be shown. */
  readonly onShow?: (lookup: Lookup) => void;
  /** Shows at first only what answers at a glance. */
  readonly isFolded?: boolean;
}

/** A card whose codes open in its place, with a way back and forward. */
export function CardTrail({ first, lookUp, setDate, onShow, isFolded = false }: Props) {
  const [trail, setTrail] = useState(() => startTrail(first));
  const [isUnfolded, setUnfolded] = useState(!isFolded);
  const [problem, setProblem] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const { lookup: shown, chosen } = trail.stops[trail.at] ?? { lookup: first, chosen: [] };

  useEffect(() => {
    setTrail(startTrail(first));
    setProblem(null);
  }, [first]);
  useEffect(() => onShow?.(shown), [shown, onShow]);

  const show = (next: Trail) => {
    setTrail(next);
    setProblem(null);
    focusInside(top.current);
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  useCardKeys(top, ({ key, altKey, ctrlKey, metaKey, shiftKey }) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (!by || !altKey || ctrlKey || metaKey || shiftKey) return false;
    show(goBy(trail, by));
    return true;
  });
  const open = async (text: string) => {
    try {
      const next = await lookUp(text);
      if (next) show(openNext(trail, next));
    } catch (reason) {
      console.warn(`Dx Lens: ${text} could not be looked up`, reason);
      setProblem(`${text} could not be looked up: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  const onDate = async (on: Day | null) => {
    try {
      await setDate(on);
      const next = await lookUp(queryOf(shown));
      // The cards beside this one were given for another day. The focus stays in the field.
      if (next) setTrail(startTrail(next));
    } catch (reason) {
      console.warn('Dx Lens: the date of service could not be set', reason);
      setProblem(
        `The date of service could not be set: ${reason instanceof Error ? reason.message : reason}`,
      );
    }
  };

  return (
    <div class="trail" tabIndex={-1} ref={top}>
      <TrailButtons trail={trail} onGo={(by) => show(goBy(trail, by))} />
      {problem && <p role="alert">{problem}</p>}
      <CodeCard
        lookup={shown}
        chosen={chosen}
        onChoose={(keys) => setTrail(choose(trail, keys))}
        onOpen={open}
        onDate={onDate}
        {...(isFolded && { fold: { isUnfolded, onFold: setUnfolded } })}
      />
    </div>
  );
}

/**
 * The control that was used is gone. Where it had the focus, the card that has come gets it; a click on a hover card
 * has left the focus in the page, and there it stays.
 */
function focusInside(card: HTMLElement | null): void {
  const root = card?.getRootNode() as Document | ShadowRoot | undefined;
  if (root?.activeElement && card?.contains(root.activeElement)) card.focus({ preventScroll: true });
}
