import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { onMessage } from '../../components/messages';
import { panelQuery } from '../../components/pending-query';

/** A range is the longest that a card is for: `T36.0X1A-T50.996S`. */
const Query = v.pipe(v.string(), v.maxLength(24));

/** Firefox; WXT's types leave it out. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: { windowId: number }): Promise<boolean>;
}

/** Opens the side panel with the code of a card, whose button was clicked. */
export function offerSidePanel(): void {
  onMessage('openSidePanel', async ({ data, sender }) => {
    const windowId = sender.tab?.windowId;
    if (windowId === undefined) throw new Error('only cards of pages open the side panel');
    const text = v.parse(Query, data);
    // Without an `await` before it: the browser takes it for the user's own wish only as long as the message of the
    // click is being answered.
    const opening = open(windowId).then(
      () => true,
      (reason) => {
        console.info('Dx Lens: no side panel here, opening a tab', reason);
        return false;
      },
    );
    await panelQuery.set({ windowId, text });
    if (!(await opening)) await openInTab(sender.tab);
  });
}

async function open(windowId: number): Promise<void> {
  if (!import.meta.env.FIREFOX) return browser.sidePanel.open({ windowId });
  const { sidebarAction } = browser as unknown as { sidebarAction: Sidebar };
  try {
    await sidebarAction.open();
  } catch (reason) {
    // Firefox takes no message for a user's gesture. An open sidebar shows what it is given.
    if (!(await sidebarAction.isOpen({ windowId }))) throw reason;
  }
}

function openInTab(beside?: Browser.tabs.Tab): Promise<unknown> {
  return browser.tabs.create({
    url: browser.runtime.getURL('/sidepanel.html'),
    ...(beside && { index: beside.index + 1 }),
  });
}
