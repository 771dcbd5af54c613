import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

/** In memory, until the browser is closed or the extension is updated or switched off. */
const isDone = storage.defineItem<boolean>('session:openTabsHaveReaders', { fallback: false });

/**
 * Puts the reader into the tabs that are open when the extension is installed, updated or switched on, so that it
 * works there without a reload. Firefox does so by itself. In a frame that has one it changes nothing.
 */
export async function readOpenTabs(): Promise<void> {
  // No event tells of being switched on: that the session's storage is empty does.
  if (import.meta.env.FIREFOX || (await isDone.getValue())) return;
  await isDone.setValue(true);
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js = [], css = [] } of scripts) {
    const tabs = await browser.tabs.query({ url: matches ?? [], discarded: false });
    await Promise.all(tabs.map(({ id }) => id !== undefined && readTab(id, js, css)));
  }
}

async function readTab(tabId: number, js: string[], css: string[]): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js as '/content-scripts/content.js'[] });
  } catch (reason) {
    // The web store's pages and error pages allow no script.
    console.info('Dx Lens: an open tab gets its reader when it is loaded anew', reason);
  }
}
