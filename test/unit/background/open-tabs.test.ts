import { beforeEach, expect, it, vi } from 'vitest';
import { browser, settled, startBrowser, stopWorker, tabs } from './worker';

const { executeScript } = browser.scripting;

beforeEach(() => {
  startBrowser();
  for (const id of [7, 8]) tabs.set(id, new Map([[0, () => true]]));
});

it('open tabs get their reader once in a browser session', async () => {
  await startWorker();
  expect(readTabs()).toEqual([7, 8]);
  stopWorker();
  await startWorker();
  expect(readTabs()).toEqual([7, 8]);
});

it('a worker that was stopped before all tabs had their reader gives it to them at its next start', async () => {
  browser.scripting.insertCSS.mockReturnValueOnce(new Promise(() => undefined));
  await startWorker();
  stopWorker();
  vi.clearAllMocks();
  await startWorker();
  expect(readTabs()).toEqual([7, 8]);
});

it('a tab that takes no script yet, since it is loading or frozen, is not given it again and again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  executeScript.mockImplementationOnce(() => new Promise(() => undefined));
  await startWorker();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  stopWorker();
  vi.clearAllMocks();
  await startWorker();
  expect(readTabs()).toEqual([]);
});

it('that the tabs can’t be asked for is said on the console, and breaks nothing', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  browser.tabs.query.mockRejectedValueOnce(new Error('no tabs'));
  await startWorker();
  expect(warn).toHaveBeenCalledOnce();
});

async function startWorker(): Promise<void> {
  const { readOpenTabs } = await import('../../../entrypoints/background/open-tabs');
  void readOpenTabs();
  await settled();
}

function readTabs(): number[] {
  return executeScript.mock.calls.map(([{ target }]) => target.tabId);
}
