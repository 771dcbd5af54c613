import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { siteOfTab } from '../../site-of-tab';

/** A tab with a reader in it. */
export interface OpenTab {
  readonly id: number;
  /** Its place in its window, from 1. */
  readonly place: number;
  /** Host name; empty for a local file or a blank page. */
  readonly site: string;
  /** When it was last in front, as the browser tells it. */
  readonly lastUsed: number;
}

/** How long tabs may take to answer before those that have are shown, in milliseconds. */
const ANSWER_WITHIN = 200;

/** The open tabs that answer, the last used first; looked for anew whenever a tab comes to the front, as this one. */
export function useOpenTabs(): readonly OpenTab[] {
  const [tabs, setTabs] = useState<readonly OpenTab[]>([]);
  useEffect(() => {
    let round = 0;
    const look = async () => {
      const current = ++round;
      const found: OpenTab[] = [];
      let isShown = false;
      const show = () => {
        isShown = true;
        if (current === round) setTabs([...found].sort((a, b) => b.lastUsed - a.lastUsed));
      };
      // Not all together: a tab that the browser has frozen may never answer.
      for (const { id, index, url, lastAccessed = 0 } of await browser.tabs.query({})) {
        // Our first-run page has a reader of its own.
        if (id === undefined || url?.startsWith(browser.runtime.getURL('/'))) continue;
        siteOfTab(id).then(
          (site) => {
            found.push({ id, place: index + 1, site, lastUsed: lastAccessed });
            if (isShown) show();
          },
          () => undefined,
        );
      }
      setTimeout(show, ANSWER_WITHIN);
    };
    void look();
    browser.tabs.onActivated.addListener(look);
    return () => {
      round = -1;
      browser.tabs.onActivated.removeListener(look);
    };
  }, []);
  return tabs;
}
