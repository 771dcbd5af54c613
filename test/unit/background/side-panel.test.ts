import { beforeEach, expect, it, vi } from 'vitest';
import { browser, settled, startBrowser, tell } from './worker';

const CARD = { tab: { id: 7, index: 2, windowId: 1 } };
const { session } = browser.storage;

beforeEach(async () => {
  startBrowser();
  vi.restoreAllMocks();
  const { offerSidePanel } = await import('../../../entrypoints/background/side-panel');
  offerSidePanel();
});

it('the panel opens in the card’s window with its code', async () => {
  await tell('openSidePanel', 'E11.9', CARD);
  expect(browser.sidePanel.open).toHaveBeenCalledWith({ windowId: 1 });
  expect(session.items.get('panelQuery')).toEqual({ windowId: 1, text: 'E11.9' });
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

it('the browser is asked before anything is waited for: it takes it for the user’s wish only then', () => {
  void tell('openSidePanel', 'E11.9', CARD);
  expect(browser.sidePanel.open).toHaveBeenCalledOnce();
});

it('where there is no panel, a tab beside the page has the code', async () => {
  browser.sidePanel.open.mockRejectedValueOnce(new Error('no panel'));
  await tell('openSidePanel', 'E11.9', CARD);
  expect(browser.tabs.create).toHaveBeenCalledWith({
    url: 'chrome-extension://dxlens/sidepanel.html',
    index: 3,
  });
});

it('what is no query opens nothing', async () => {
  browser.sidePanel.open.mockRejectedValueOnce(new Error('no panel'));
  await expect(tell('openSidePanel', 'E11.9'.repeat(9), CARD)).rejects.toThrow();
  await settled();
  expect(browser.sidePanel.open).not.toHaveBeenCalled();
});

it('a query that can’t be kept is told to the card, and a panel that does not open breaks nothing', async () => {
  browser.sidePanel.open.mockRejectedValueOnce(new Error('no panel'));
  vi.spyOn(session, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(tell('openSidePanel', 'E11.9', CARD)).rejects.toThrow('full');
  await settled();
});
