import { browser } from 'wxt/browser';
import type { ReleaseStore } from '../../data/store/release-store';

/**
 * Opens the first-run page once, when Dx Lens is installed: not after updates of it or of the browser. It comes when
 * the database is filled, for a page that starts meanwhile nearly doubles the time that the first lookup takes.
 */
export function offerFirstRun(store: Pick<ReleaseStore, 'fill'>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openFirstRun(store);
  });
}

async function openFirstRun(store: Pick<ReleaseStore, 'fill'>): Promise<void> {
  try {
    await store.fill();
    // Who loads it from a folder has a page of their own in front, and tests have too: it opens behind that.
    const { installType } = await browser.management.getSelf();
    await browser.tabs.create({
      url: browser.runtime.getURL('/welcome.html'),
      active: installType !== 'development',
    });
  } catch (reason) {
    // A browser that starts without a window has no place for a tab.
    console.warn('Dx Lens: the first-run page could not be opened; the options page links to it', reason);
  }
}
