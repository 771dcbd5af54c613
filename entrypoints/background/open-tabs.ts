import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

/** In memory, until the browser is closed or the extension is updated or switched off. */
const isDone = storage.defineItem<boolean>('session:openTabsHaveReaders', { fallback: false });

/** How long the tabs may take, in milliseconds: one that is loading or frozen takes its script when it can. */
const TAKEN_WITHIN = 5_000;

/**
 * Puts the reader into the tabs that are open when the extension is installed, updated or switched on, so that it
 * works there without a reload. Firefox does so by itself. In a frame that has one it changes nothing; so a worker that
 * was stopped before all was done does it again at its next start. Never throws: a failure is said on the console.
 */
export async function readOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  try {
    // No event tells of being switched on: that the session's storage is empty does.
    if (await isDone.getValue()) return;
    await Promise.race([readAll(), new Promise((resolve) => setTimeout(resolve, TAKEN_WITHIN))]);
    await isDone.setValue(true);
  } catch (reason) {
    console.warn('Dx Lens: the open tabs get their readers when they are loaded anew', reason);
  }
}

async function readAll(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js = [], css = [] } of scripts) {
    const tabs = await browser.tabs.query({ url: matches ?? [], discarded: false });
    await Promise.all(tabs.map(({ id }) => id !== undefined && readTab(id, js, css)));
  }
}

async function readTab(tabId: number, js: string[], css: string[]): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    // Both at once: a tab that answers late has been given both.
    await Promise.all([
      browser.scripting.insertCSS({ target, files: css }),
      browser.scripting.executeScript({ target, files: js as '/content-scripts/content.js'[] }),
    ]);
  } catch (reason) {
    // The web store's pages and error pages allow no script.
    console.info('Dx Lens: an open tab gets its reader when it is loaded anew', reason);
  }
}
