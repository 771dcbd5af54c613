/**
 * Calls once when the document has got another root element: a script has written it anew (`document.open`, as older
 * record systems do in their frames), or has put a whole document in its place. With the old one all is gone that was
 * known of it, and `document.open` takes away the listeners of the window too.
 */
export function whenWrittenAnew(onNew: () => void, signal: AbortSignal): void {
  const root = document.documentElement;
  const observer = new MutationObserver(() => {
    // Between its opening and the first tag that is written a document has none.
    if (!document.documentElement || document.documentElement === root) return;
    observer.disconnect();
    onNew();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
