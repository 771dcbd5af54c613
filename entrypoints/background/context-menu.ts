import { browser } from 'wxt/browser';
import { lookUpMeant } from './open-lookup';

const ID = 'lookup-selection';

/** “Look up … in Dx Lens” on every selected text. */
export function offerContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      browser.contextMenus.create({ id: ID, title: 'Look up “%s” in Dx Lens', contexts: ['selection'] });
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ID || !info.selectionText) return;
    lookUpMeant(info.selectionText, {
      tabId: tab?.id,
      frameId: info.frameId ?? 0,
      windowId: tab?.windowId,
    }).catch((reason) => console.warn('Dx Lens: the selection could not be looked up', reason));
  });
}
