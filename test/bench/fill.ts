import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/launch-chromium';
import { type Measure, timesOf } from './measure';

const RUNS = 5;
const EXECUTABLE = process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium';

/**
 * A new profile each run: how long the first lookup takes while the database is being filled, how long the
 * filling takes, and the longest time that a lookup waits meanwhile.
 */
export async function* fill(): AsyncGenerator<Measure> {
  const first: number[] = [];
  const filling: number[] = [];
  const meanwhile: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await launchChromium({
      executable: EXECUTABLE,
      extension: '.output/chrome-mv3',
      headless: true,
    });
    const page = await extensionPage(context);
    const { first: time, others, stateAtFirst } = await lookUpUntilStored(page);
    if (stateAtFirst !== 'filling')
      console.error(`fill run ${run}: the first lookup came when it was ${stateAtFirst}`);
    first.push(time);
    meanwhile.push(Math.max(...others));
    filling.push(await fillTime(context));
    await context.close();
  }
  yield* timesOf('fill.first-lookup', first, 300);
  yield* timesOf('fill.duration', filling, 3000);
  yield* timesOf('fill.longest-lookup-meanwhile', meanwhile);
}

async function extensionPage(context: BrowserContext): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/popup.html', worker.url()).href, { waitUntil: 'commit' });
  return page;
}

/** Lookups one after the other, each of another category, until the database is filled. Times in ms. */
async function lookUpUntilStored(page: Page) {
  const first = await timedLookup(page, 'M43.2');
  const stateAtFirst = (await send(page, 'storeState')).res.state;
  const others: number[] = [];
  for (let round = 0; (await send(page, 'storeState')).res.state === 'filling'; round++) {
    others.push(await timedLookup(page, ['E11', 'S52', 'A00', 'Z68', 'T36'][round % 5] ?? 'E11'));
  }
  return { first, others, stateAtFirst };
}

async function timedLookup(page: Page, code: string): Promise<number> {
  const { res, time } = await send(page, 'lookup', code);
  if (res.verdict !== 'header') throw new Error(`${code} is ${res.verdict}, not the header it should be`);
  return time;
}

/** Sends a message from an extension page, in the wire format of @webext-core/messaging 4. */
function send(page: Page, type: string, data?: string) {
  // No function in here may have a name: esbuild would call a helper that the page does not have.
  return page.evaluate(
    async (message) => {
      const start = performance.now();
      const { res } = await chrome.runtime.sendMessage(message);
      return { res, time: performance.now() - start };
    },
    { id: 1, type, data, timestamp: Date.now() },
  );
}

async function fillTime(context: BrowserContext): Promise<number> {
  const worker = context.serviceWorkers()[0];
  const duration = await worker?.evaluate(() => performance.getEntriesByName('dxlens-fill')[0]?.duration);
  if (duration === undefined) throw new Error('the worker has not measured its filling');
  return duration;
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ res: { verdict: string; state: string } }> };
};
