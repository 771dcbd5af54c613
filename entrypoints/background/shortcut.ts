import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../components/messages';
import { lookUpSelection, openWithQuery, type Place } from './open-lookup';

/** How long a frame may take to say what is selected in it, in milliseconds. */
const ANSWER_WITHIN = 250;

interface Selection {
  readonly text: string;
  readonly frameId: number;
}

/** The keyboard command does for the selection what the right-click does. */
export function offerShortcut(): void {
  const asked = new Map<number, (selection: Selection) => void>();
  onMessage('selected', ({ data, sender }) => {
    const text = v.parse(v.string(), data);
    if (sender.tab?.id !== undefined) asked.get(sender.tab.id)?.({ text, frameId: sender.frameId ?? 0 });
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lookup-selection') void lookUp(asked, tab);
  });
}

async function lookUp(asked: Map<number, (selection: Selection) => void>, given?: Browser.tabs.Tab) {
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const selection = tab?.id === undefined ? null : await selectionIn(asked, tab.id);
  const place: Place = { tabId: tab?.id, frameId: selection?.frameId ?? 0, windowId: tab?.windowId };
  if (selection) await lookUpSelection(selection.text, place);
  else await openWithQuery('', tab?.windowId);
}

/**
 * The selection of a tab, in whichever frame it is. A broadcast has one answer, of any frame, and there is no
 * telling which frames there are without a further permission: so the one with a selection sends its own message.
 */
async function selectionIn(
  asked: Map<number, (selection: Selection) => void>,
  tabId: number,
): Promise<Selection | null> {
  const selected = new Promise<Selection>((resolve) => asked.set(tabId, resolve));
  sendMessage('reportSelection', undefined, tabId).catch((reason) =>
    console.info('Dx Lens: no reader in this page, so its selection is not known', reason),
  );
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN, null));
  try {
    return await Promise.race([selected, timeout]);
  } finally {
    asked.delete(tabId);
  }
}
