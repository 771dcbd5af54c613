import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { onMessage, PARTS } from '../../components/messages';

const Part = v.picklist(PARTS);

/** Puts the script of a part into the frame that asks for it, and into no other one. */
export function injectParts(): void {
  onMessage('needPart', async ({ data, sender }) => {
    await browser.scripting.executeScript({
      target: frameOf(sender),
      files: [`/${v.parse(Part, data)}.js`],
      // The reader, which asks, is there already; a page that goes on loading must not hold the part up.
      injectImmediately: true,
    });
  });
}

/** By its document where the browser tells it: meanwhile the frame may have another one. */
function frameOf({ tab, frameId = 0, documentId }: Browser.runtime.MessageSender) {
  if (tab?.id === undefined) throw new Error('only frames of tabs have parts');
  return documentId && !import.meta.env.FIREFOX
    ? { tabId: tab.id, documentIds: [documentId] }
    : { tabId: tab.id, frameIds: [frameId] };
}
