import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { sendMessage } from '../../messages';

/** A tab of this window with a reader in it. */
export interface OpenTab {
  readonly id: number;
  /** Its place in the window, from 1. */
  readonly place: number;
  /** Host name; empty for a local file. */
  readonly site: string;
  /** When it was last in front, as the browser tells it. */
  readonly lastUsed: number;
}

/** The tabs of this window that answer, the last used first; looked for anew whenever this page comes to the front. */
export function useOpenTabs(): readonly OpenTab[] {
  const [tabs, setTabs] = useState<readonly OpenTab[]>([]);
  useEffect(() => {
    let round = 0;
    const look = async () => {
      const current = ++round;
      const found: OpenTab[] = [];
      const open = await browser.tabs.query({ currentWindow: true });
      if (current === round) setTabs([]);
      // Not all at once: a tab that the browser has frozen may never answer.
      for (const { id, index, lastAccessed = 0 } of open) {
        if (id === undefined) continue;
        sendMessage('site', undefined, { tabId: id, frameId: 0 }).then(
          (site) => {
            found.push({ id, place: index + 1, site, lastUsed: lastAccessed });
            found.sort((a, b) => b.lastUsed - a.lastUsed);
            if (current === round) setTabs([...found]);
          },
          () => undefined,
        );
      }
    };
    const lookWhenShown = () => {
      if (document.visibilityState === 'visible') void look();
    };
    lookWhenShown();
    document.addEventListener('visibilitychange', lookWhenShown);
    return () => {
      round = -1;
      document.removeEventListener('visibilitychange', lookWhenShown);
    };
  }, []);
  return tabs;
}
