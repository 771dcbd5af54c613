/**
 * For long work on a thread that must go on answering: `await pace()` in its loop returns at once while the
 * slice lasts, and lets other tasks run when it is used up. A timer, not `scheduler.yield`: a continuation of
 * the latter may run before waiting messages.
 * @param slice milliseconds of work between two pauses
 */
export function pacer(slice = 10): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await new Promise((resume) => setTimeout(resume));
    since = performance.now();
  };
}
