import { beforeEach, expect, it, vi } from 'vitest';
import { browser, settled, startBrowser, stopWorker } from './worker';

const WELCOME = { url: 'chrome-extension://dxlens/welcome.html', active: true };
const { create } = browser.tabs;
const filled = async () => undefined;
const filling = () => new Promise<void>(() => undefined);
const warn = vi.spyOn(console, 'warn').mockReturnValue();

beforeEach(startBrowser);

it('the first-run page opens once, when it is installed and the database is filled', async () => {
  let fill: () => void = () => undefined;
  const install = await startWorker(() => new Promise((resolve) => (fill = resolve)));
  await install('install');
  expect(create).not.toHaveBeenCalled();
  fill();
  await settled();
  expect(create.mock.calls).toEqual([[WELCOME]]);
  stopWorker();
  await startWorker(filled);
  expect(create).toHaveBeenCalledOnce();
});

it('it does not open after an update', async () => {
  const install = await startWorker(filled);
  await install('update');
  expect(create).not.toHaveBeenCalled();
});

it('it opens at the next start when the worker was stopped before, also with the browser', async () => {
  const install = await startWorker(filling);
  await install('install');
  stopWorker();
  browser.storage.session.items.clear();
  await startWorker(filled);
  expect(create.mock.calls).toEqual([[WELCOME]]);
  stopWorker();
  await startWorker(filled);
  expect(create).toHaveBeenCalledOnce();
});

it('without a window to open it in, it opens when there is one', async () => {
  create.mockRejectedValueOnce(new Error('no window'));
  const install = await startWorker(filled);
  await install('install');
  expect(warn).toHaveBeenCalledOnce();
  create.mockClear();
  stopWorker();
  await startWorker(filled);
  expect(create.mock.calls).toEqual([[WELCOME]]);
});

/** Starts the worker. Gives the way to tell it why. */
async function startWorker(fill: () => Promise<void>): Promise<(reason: string) => Promise<void>> {
  const { offerFirstRun } = await import('../../../entrypoints/background/first-run');
  offerFirstRun({ fill });
  await settled();
  return async (reason) => {
    browser.runtime.onInstalled.fire({ reason });
    await settled();
  };
}
