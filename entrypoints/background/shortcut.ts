import { type Browser, browser } from 'wxt/browser';
import { sendMessage } from '../../components/messages';
import { lookUpSelection, openWithQuery } from './open-lookup';

/** The keyboard command does for the selection what the right-click does. */
export function offerShortcut(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lookup-selection') void lookUp(tab);
  });
}

async function lookUp(given?: Browser.tabs.Tab): Promise<void> {
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const text = tab?.id === undefined ? '' : await selectedText(tab.id);
  if (text) await lookUpSelection(text, { tabId: tab?.id, frameId: 0, windowId: tab?.windowId });
  else await openWithQuery('', tab?.windowId);
}

async function selectedText(tabId: number): Promise<string> {
  try {
    return await sendMessage('readSelection', undefined, tabId);
  } catch (reason) {
    console.info('Dx Lens: no reader in this page, so its selection is not known', reason);
    return '';
  }
}
