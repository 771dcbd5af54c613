import { beforeEach, expect, it, vi } from 'vitest';
import { browser, settled, startBrowser, tabs } from './worker';

const warn = vi.spyOn(console, 'warn').mockReturnValue();

beforeEach(async () => {
  startBrowser();
  tabs.set(7, new Map([[3, ({ type, data }) => type === 'showMeant' && data === 'E11.9']]));
  const { offerContextMenu } = await import('../../../entrypoints/background/context-menu');
  offerContextMenu();
});

it('a selected code is shown in its frame, all else in the popup', async () => {
  choose('E11.9');
  await settled();
  expect(browser.action.openPopup).not.toHaveBeenCalled();
  choose('gout');
  await settled();
  expect(browser.action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
});

it('where there is no popup and no tab to be opened, the console says so', async () => {
  browser.action.openPopup.mockRejectedValueOnce(new Error('no popup'));
  browser.tabs.create.mockRejectedValueOnce(new Error('no tab'));
  choose('gout');
  await settled();
  expect(warn).toHaveBeenCalledOnce();
});

function choose(selectionText: string): void {
  browser.contextMenus.onClicked.fire(
    { menuItemId: 'lookup-selection', selectionText, frameId: 3 },
    { id: 7, windowId: 1 },
  );
}
