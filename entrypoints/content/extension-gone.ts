import { browser } from 'wxt/browser';

/** Milliseconds between two looks. */
const EVERY = 1_000;

/** Whether the extension that this script belongs to was updated, switched off or removed. */
export function isExtensionGone(): boolean {
  // Chromium leaves the script in the page, and takes the id away. Firefox takes the whole script away.
  return !browser.runtime?.id;
}

/**
 * Calls when the extension has gone. No event tells of it, but for the end of a port, and a port from each frame of
 * each page would start the background for it: so it looks once a second as long as the tab is visible, and when the
 * pointer moves, before anything else of Dx Lens does.
 */
export function whenExtensionGone(onGone: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => isExtensionGone() && onGone();
  const restOrGo = () => {
    clearInterval(timer);
    timer = undefined;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    timer = setInterval(look, EVERY);
    look();
  };
  document.addEventListener('visibilitychange', restOrGo, { signal });
  window.addEventListener('pointermove', look, { signal, passive: true, capture: true });
  signal.addEventListener('abort', restOrGo);
  restOrGo();
}
