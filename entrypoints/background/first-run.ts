import { browser } from 'wxt/browser';

/** Opens the first-run page once, when Dx Lens is installed: not after updates of it or of the browser. */
export function offerFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openFirstRun();
  });
}

async function openFirstRun(): Promise<void> {
  try {
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
