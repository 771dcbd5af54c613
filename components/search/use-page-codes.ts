import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Verdict } from '../../data/lookup/answer';
import { MOST_LISTED, onMessage, sendMessage } from '../messages';
import { frontTab } from './front-tab';
import type { Listed } from './rows';

/** A page that is being loaded is asked again so much later, in milliseconds: its codes are marked by then. */
const AGAIN_AFTER = 1500;

/** It comes from a page's process, which may be broken into. */
const Frame = v.object({
  asked: v.number(),
  codes: v.pipe(
    v.array(
      v.object({
        spelling: v.pipe(v.string(), v.regex(/^[A-Z][\w.]{1,7}(?:-[\w.]{0,8})?$/)),
        verdict: v.picklist([
          'billable',
          'header',
          'incomplete',
          'deleted',
          'not-yet',
          'other-system',
          'unknown',
        ] satisfies Verdict[]),
      }),
    ),
    v.maxLength(MOST_LISTED),
  ),
});

type PageCode = Omit<Listed, 'title'>;
type Frames = ReadonlyMap<number, readonly PageCode[]>;

/**
 * The codes that are marked in the tab in front of this window, each once, in the order of the page, the top frame
 * first. Each frame answers with a message of its own, and they are shown as they come. Nothing of it is kept.
 * @param round another number asks anew
 */
export function usePageCodes(round: number): readonly PageCode[] {
  const [frames, setFrames] = useState<Frames>(new Map());
  useEffect(() => {
    // Popup and side panel may be asking the same tab.
    let asked = 0;
    let tabId = -1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const removeListener = onMessage('codesListed', ({ data, sender }) => {
      const frame = v.parse(Frame, data);
      if (isOver || frame.asked !== asked || sender.tab?.id !== tabId) return;
      setFrames((before) => new Map(before).set(sender.frameId ?? 0, frame.codes));
    });
    const ask = async () => {
      const front = await frontTab();
      if (isOver || front === undefined) return;
      if (front !== tabId) setFrames(new Map());
      asked = Math.random();
      tabId = front;
      // Browser pages, the store and our own pages have no reader, and no codes.
      await sendMessage('listCodes', asked, tabId).catch(() => setFrames(new Map()));
    };
    const look = () => {
      ask().catch((reason) => console.warn('Dx Lens: the codes of this page can’t be listed', reason));
    };
    const onUpdated = (id: number, change: { status?: string }) => {
      if (id !== tabId || change.status === undefined) return;
      setFrames(new Map());
      look();
      clearTimeout(timer);
      timer = setTimeout(look, AGAIN_AFTER);
    };
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeListener();
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [round]);
  return distinct(frames);
}

function distinct(frames: Frames): readonly PageCode[] {
  const bySpelling = new Map<string, PageCode>();
  for (const [, codes] of [...frames].sort(([a], [b]) => a - b)) {
    for (const code of codes) if (!bySpelling.has(code.spelling)) bySpelling.set(code.spelling, code);
  }
  return [...bySpelling.values()];
}
