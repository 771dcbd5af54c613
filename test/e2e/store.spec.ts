import type { BrowserContext, Page } from '@playwright/test';
import { launchChromium } from '../../scripts/lib/launch-chromium.ts';
import { expect, hoverText, test, waitForCard } from './extension.ts';
import { stopWorker } from './worker.ts';

/** A new profile, in which the extension has just been installed. */
async function install(): Promise<{ context: BrowserContext; page: Page; close: () => Promise<void> }> {
  const context = await launchChromium({
    executable: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
    extension: process.env.DXLENS_BUILD ?? '.output/chrome-mv3',
    headless: true,
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/options.html', worker.url()).href, { waitUntil: 'commit' });
  return { context, page, close: () => context.close() };
}

/** The wire format of @webext-core/messaging 4. */
async function ask(page: Page, type: string, data?: string) {
  return page.evaluate(async (message) => (await chrome.runtime.sendMessage(message)).res, {
    id: 1,
    type,
    data,
    timestamp: Date.now(),
  });
}

const stateOf = async (page: Page): Promise<string> => (await ask(page, 'storeState')).state;

test('a lookup gives the same answer before, during and after filling', async () => {
  const { page, close } = await install();
  const answers = new Map<string, string>();
  for (let state = ''; state !== 'stored'; ) {
    state = await stateOf(page);
    answers.set(state, JSON.stringify(await ask(page, 'lookup', 'M43.2')));
  }
  expect([...answers.keys()]).toEqual(['filling', 'stored']);
  expect(answers.get('filling')).toContain('"code":"M4322","title":"Fusion of spine, cervical region"');
  expect(answers.get('stored')).toBe(answers.get('filling'));
  await close();
});

test('a worker stopped while filling leaves nothing half-filled, and fills at its next start', async () => {
  const { context, page, close } = await install();
  expect(await stateOf(page)).toBe('filling');
  await stopWorker(context);
  // The next message starts the worker again.
  expect((await ask(page, 'lookup', 'E11.9')).verdict).toBe('billable');
  await expect.poll(() => stateOf(page), { timeout: 10_000 }).toBe('stored');
  expect(await generationsIn(page)).toBe(1);
  expect((await ask(page, 'lookup', 'E11.9')).verdict).toBe('billable');
  await close();
});

test('a full disk while filling is said, and lookups keep working', async () => {
  const { context, page, close } = await install();
  const session = await context.newCDPSession(page);
  const origin = page.url().split('/').slice(0, 3).join('/');
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
  // It may have been filled by now: with an empty database the next worker fills it again.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('dxlens');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await stopWorker(context);
  await expect.poll(() => stateOf(page), { timeout: 10_000 }).toBe('packaged');
  expect((await ask(page, 'storeState')).problem).toContain('QuotaExceededError');
  expect((await ask(page, 'lookup', 'M43.2')).verdict).toBe('header');
  await page.reload();
  await expect(page.getByText(/database can’t be used: QuotaExceededError/)).toBeVisible();
  expect(await generationsIn(page)).toBe(0);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await stopWorker(context);
  await expect.poll(() => stateOf(page), { timeout: 10_000 }).toBe('stored');
  await close();
});

test('a card opens after the worker was stopped', async ({ openDemo, stopWorker: stop }) => {
  const page = await openDemo('index.html');
  await stop();
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2 Not billable \(header\): Fusion of spine/);
});

test('the popup searches after the worker was stopped', async ({ page, extensionId, stopWorker: stop }) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await stop();
  await page.getByRole('combobox').fill('fusion spine cervical');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'M43.22');
});

test('the background refuses what a page has no business to ask, and what is not a code', async ({
  page,
  extensionId,
}) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const refused = await page.evaluate(async () => {
    const send = [
      ['verdicts', ['<img onerror=alert(1)>']],
      ['verdicts', Array(501).fill('E11.9')],
      ['lookup', { code: 'E11.9' }],
      ['search', 'x'.repeat(10_001)],
    ];
    return Promise.all(
      send.map(([type, data]) =>
        chrome.runtime.sendMessage({ id: 1, type, data, timestamp: 0 }).then(({ err }) => Boolean(err)),
      ),
    );
  });
  expect(refused).toEqual([true, true, true, true]);
});

/** How many generations the database holds, complete or not. */
function generationsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('dxlens');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('generations').objectStore('generations').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

declare const chrome: {
  runtime: {
    sendMessage(message: unknown): Promise<{
      res: { state: string; verdict: string; problem: string };
      err?: unknown;
    }>;
  };
};
