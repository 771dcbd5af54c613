import { browser } from 'wxt/browser';
import { sendMessage } from '../../components/messages';
import { pendingQuery } from '../../components/pending-query';

/** The tab and the frame a text stands in. */
export interface Place {
  readonly tabId: number | undefined;
  readonly frameId: number;
  readonly windowId: number | undefined;
}

/** A whole page can be selected; a query is a few words. */
const LONGEST_QUERY = 300;

/**
 * Looks up a text that was selected or pointed at: a code on its card beside it; where the page can't show it (PDF viewer,
 * browser pages, no content script), and for every other text, in the popup with the text as its query.
 */
export async function lookUpMeant(text: string, place: Place): Promise<void> {
  if (mayBeCode(text) && (await shownInPage(text, place))) return;
  await openWithQuery(text, place.windowId);
}

/** Whether it is worth asking: a range of two codes with their dots, “through” between them, and some room around. */
function mayBeCode(text: string): boolean {
  return text.length <= 40 && /\d/.test(text);
}

/** Opens the popup with a query; a browser that does not allow that here gets it as a tab. */
export async function openWithQuery(text: string, windowId?: number): Promise<void> {
  await pendingQuery.set(text.slice(0, LONGEST_QUERY));
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch (reason) {
    // Firefox opens popups only in answer to a user's gesture, which the messages before have used up.
    console.info('Dx Lens: no popup here, opening a tab', reason);
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}

async function shownInPage(text: string, { tabId, frameId }: Place): Promise<boolean> {
  if (tabId === undefined || tabId < 0) return false;
  try {
    return await sendMessage('showMeant', text, { tabId, frameId });
  } catch (reason) {
    console.info('Dx Lens: this page has no reader, the popup answers', reason);
    return false;
  }
}
