/** The longest that work waits for an idle moment, in milliseconds: some pages have none. */
const LONGEST_WAIT = 300;

/**
 * Runs a task when the browser has nothing better to do, soon in any case. `requestIdleCallback` would do the
 * same with 50 to 90 ms between two tasks (Chromium 156, Firefox 153).
 * @returns cancels it
 */
export function whenIdle(task: () => void): () => void {
  // A flag, since cancelling with an AbortController takes longer than many a task (Chromium 156).
  let isOver = false;
  const run = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    task();
  };
  const timer = setTimeout(run, LONGEST_WAIT);
  scheduler
    .postTask(run, { priority: 'background' })
    .catch((reason) => console.error('Dx Lens: reading this page failed', reason));
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
