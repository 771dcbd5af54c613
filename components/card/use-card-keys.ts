import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Hears keys while the focus is in a part of the card, or on what stands around it, as when a card has just come.
 * @param onKey true when the key was meant for it: then it does nothing else
 */
export function useCardKeys(
  part: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  // Keys can follow each other faster than effects: the listener stays, and calls what was rendered last.
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    const root = part.current?.getRootNode();
    const hear = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
      if (isAt(part.current, event.target) && latest.current(event)) event.preventDefault();
    };
    // Captured, since the card in a page lets no key out of its frame.
    root?.addEventListener('keydown', hear, { capture: true });
    return () => root?.removeEventListener('keydown', hear, { capture: true });
  }, [part]);
}

function isAt(part: HTMLElement | null, target: EventTarget | null): boolean {
  if (!part || !(target instanceof Element)) return false;
  // Without a focus, keys go to the body: they are not meant for one card among other things on a page of ours.
  if (target === document.body || target === document.documentElement) return false;
  return part.contains(target) || target.contains(part);
}
