import { browser } from 'wxt/browser';

/**
 * The tab whose page the user sees beside our own page: the one in front in this window, or, where our page is that
 * tab itself, the one that was in front before. Undefined where there is none.
 */
export async function frontTab(): Promise<number | undefined> {
  const [tabs, own] = await Promise.all([
    browser.tabs.query({ currentWindow: true }),
    browser.tabs.getCurrent(),
  ]);
  const front = tabs.find(({ active }) => active);
  if (front?.id !== own?.id) return front?.id;
  // The browser tells the addresses of those alone that the extension may read.
  const readable = tabs.filter(({ url }) => url && /^(?:https?|file):/.test(url));
  return readable.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
}

/** Whether the browser lets Dx Lens read that page. Its own pages it lets no extension read. */
export async function canReadFrontTab(): Promise<boolean> {
  const id = await frontTab();
  return id !== undefined && (await browser.tabs.get(id)).url !== undefined;
}
