import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { LastView, View } from './last-view';

/** Keeps what is searched for, at each change, and when the screen is closed. */
export function useLastView(view: View, last: LastView): void {
  const latest = useRef(view);
  latest.current = view;
  const { text, billableOnly, chapter, active } = view;
  const keep = () => {
    last
      .keep(latest.current)
      .catch((reason) => console.warn('Dx Lens: this search will not come back', reason));
  };
  // Before the paint: the popup may be closed by the next key.
  useLayoutEffect(keep, [text, billableOnly, chapter, active]);
  useEffect(() => {
    // The minute is counted from here; the event is heard of while the browser still takes messages.
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [last]);
}
