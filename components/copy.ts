/**
 * Puts a text on the clipboard, in answer to a click or key.
 * @throws Error when the browser refuses both ways
 */
export async function copyText(text: string): Promise<void> {
  // Pages on plain http have no navigator.clipboard, and EHRs inside a hospital often are such pages.
  if (navigator.clipboard) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch (reason) {
      console.info('Dx Lens: the asynchronous clipboard refused, trying the older way', reason);
    }
  }
  if (!copyByEvent(text)) throw new Error('the browser does not let this page write to the clipboard');
}

/** Answers the copy event itself, so that neither the page's selection nor its focus changes. */
function copyByEvent(text: string): boolean {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', answer, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', answer, { capture: true });
  }
}
