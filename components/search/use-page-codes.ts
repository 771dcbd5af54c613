import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { frontTab } from './front-tab';
import { type PageCode, PageCodes } from './page-codes';

/** A page or frame that has loaded is asked again so much later, in milliseconds: its reader has started by then. */
const AGAIN_AFTER = 1500;

/**
 * The codes that are marked in the tab in front of this window, each once, in the order of the page, the top frame
 * first. They follow the page as it changes, and the window as it goes to another tab or page. Nothing of it is kept.
 */
export function usePageCodes(): readonly PageCode[] {
  const [codes, setCodes] = useState<readonly PageCode[]>([]);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const page = new PageCodes(setCodes, () => lookTwice());
    const look = () => {
      frontTab()
        .then((tabId) => page.ask(tabId))
        .catch((reason) => console.warn('Dx Lens: the codes of this page can’t be listed', reason));
    };
    const lookTwice = () => {
      look();
      clearTimeout(again);
      again = setTimeout(look, AGAIN_AFTER);
    };
    const onUpdated = (id: number, change: { status?: string }) => {
      if (id === page.tabId && change.status !== undefined) lookTwice();
    };
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(onUpdated);
    const stop = () => {
      clearTimeout(again);
      page.close();
    };
    // In Chromium a connection that was made to two of our pages lasts as long as both, unless one of them ends it.
    window.addEventListener('pagehide', stop);
    return () => {
      stop();
      window.removeEventListener('pagehide', stop);
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return codes;
}
