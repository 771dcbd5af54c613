import { type Browser, browser } from 'wxt/browser';
import { onMessage } from '../../components/messages';

/** Puts the card's script into the frame that asks for it, and into no other one. */
export function injectCard(): void {
  onMessage('needCard', async ({ sender }) => {
    await browser.scripting.executeScript({
      target: frameOf(sender),
      files: ['/card.js'],
      // The reader, which asks, is there already; a page that goes on loading must not hold the card up.
      injectImmediately: true,
    });
  });
}

/** By its document where the browser tells it: meanwhile the frame may have another one. */
function frameOf({ tab, frameId = 0, documentId }: Browser.runtime.MessageSender) {
  if (tab?.id === undefined) throw new Error('only frames of tabs have a card');
  return documentId && !import.meta.env.FIREFOX
    ? { tabId: tab.id, documentIds: [documentId] }
    : { tabId: tab.id, frameIds: [frameId] };
}
