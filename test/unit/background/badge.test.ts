import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BUSY, browser, type Frame, startBrowser, stopWorker, tabs, tell } from './worker';

const TAB = 7;
const { setBadgeText } = browser.action;

beforeEach(async () => {
  startBrowser();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await startWorker();
});
afterEach(() => {
  vi.useRealTimers();
});

it('the badge is the sum of a tab’s frames', async () => {
  frames({ 0: 3, 5: 2 });
  await countedIn(5, { count: 2, asked: false });
  expect(await badge()).toBe('5');
});

it('a frame that answers late is added', async () => {
  frames({ 0: 3, 5: BUSY });
  await countedIn(0, { count: 3, asked: false });
  expect(await badge()).toBe('3');
  await vi.advanceTimersByTimeAsync(1000);
  await countedIn(5, { count: 2, asked: true });
  expect(await badge()).toBe('5');
});

it('a frame that answers to a worker which has been stopped since is not taken for all of them', async () => {
  frames({ 0: 3, 5: BUSY });
  await countedIn(0, { count: 3, asked: false });
  stopWorker();
  await startWorker();
  frames({ 0: 3, 5: 2 });
  await countedIn(5, { count: 2, asked: true });
  expect(await badge()).toBe('5');
});

it('what the frames of an earlier page have told does not count for a later one', async () => {
  frames({ 0: 3, 5: 2 });
  await countedIn(5, { count: 2, asked: false });
  expect(await badge()).toBe('5');
  await vi.advanceTimersByTimeAsync(3_600_000);
  frames({ 0: 1 });
  await countedIn(0, { count: 1, asked: true });
  expect(await badge()).toBe('1');
});

async function startWorker(): Promise<void> {
  const { showCounts } = await import('../../../entrypoints/background/badge');
  showCounts();
}

/** Gives the tab frames with so many codes each. */
function frames(all: Record<number, number | Frame>): void {
  const entries = Object.entries(all).map(([key, of]) => {
    const id = Number(key);
    const frame: Frame = (message) => {
      if (typeof of === 'function') return of(message);
      if (message.type === 'countCodes') void countedIn(id, { count: of, asked: true });
      return undefined;
    };
    return [id, frame] as const;
  });
  tabs.set(TAB, new Map(entries));
}

function countedIn(frameId: number, counted: object): Promise<unknown> {
  return tell('codesCounted', counted, { tab: { id: TAB }, frameId });
}

async function badge(): Promise<string | undefined> {
  await vi.advanceTimersByTimeAsync(200);
  return setBadgeText.mock.lastCall?.[0].text;
}
