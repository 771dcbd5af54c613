import { isExtensionGone } from '../extension-gone';
import type { Marks } from './marks';

/** Milliseconds between two looks. */
const EVERY = 1_000;

/**
 * Keeps the marks in the registry of highlights, which a page may clear at any time, without a notice: looks once a
 * second, and when the pointer moves, as long as the tab is visible and has marks.
 */
export function keepMarks(marks: Marks, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let last = 0;
  const look = () => {
    last = performance.now();
    // A newer reader may have the registry now.
    if (!marks.isEmpty && !isExtensionGone()) marks.register();
  };
  const restOrGo = () => {
    clearInterval(timer);
    timer = undefined;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    timer = setInterval(look, EVERY);
    look();
  };
  document.addEventListener('visibilitychange', restOrGo, { signal });
  window.addEventListener('pointermove', () => performance.now() - last >= EVERY && look(), {
    signal,
    passive: true,
    capture: true,
  });
  signal.addEventListener('abort', restOrGo);
  restOrGo();
}
