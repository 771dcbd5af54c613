import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useCardKeys } from './use-card-keys';

/** What a folded card leaves out until it is asked for. */
export interface Fold {
  readonly isUnfolded: boolean;
  readonly onFold: (isUnfolded: boolean) => void;
}

interface Props extends Fold {
  /** What there is more of: the button's words. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** The rest of a card, unfolded in its place by a button or Alt+Down, folded again by Alt+Up. */
export function More({ isUnfolded, onFold, what, children }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useCardKeys(box, ({ key, altKey, ctrlKey, metaKey }) => {
    if (!altKey || ctrlKey || metaKey || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
    onFold(key === 'ArrowDown');
    return true;
  });
  return (
    <div class="more" ref={box}>
      <button
        type="button"
        class="fold"
        aria-expanded={isUnfolded}
        aria-controls={id}
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => onFold(!isUnfolded)}
      >
        {isUnfolded ? 'Less' : `More: ${what}`} <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
      </button>
      <div id={id}>{isUnfolded && children}</div>
    </div>
  );
}
