import type { BrowserContext } from 'playwright-core';
import type { Page as PuppeteerPage } from 'puppeteer-core';
import { pause } from '../../scripts/lib/card';
import { readCard as readInChromium } from '../../scripts/lib/card-chromium';
import { readCard as readInFirefox } from '../../scripts/lib/card-firefox';
import { FIREFOX_EXTENSION_URL, launchFirefox } from '../../scripts/lib/launch-firefox';
import { stopWorker } from '../e2e/worker';
import type { Hovered } from './card-page';
import { withExtension } from './spotting-browsers';

/** A browser with Dx Lens, whose database is filled, and a page with codes. */
export interface HoverBrowser {
  open(url: string): Promise<void>;
  move(x: number, y: number): Promise<void>;
  /** Where a code stands in the viewport, after it was scrolled there; and the page waits for the pointer. */
  arm(code: string): Promise<{ x: number; y: number }>;
  hovered(): Promise<Hovered>;
  isOpen(): Promise<boolean>;
  /** The accessible name of the card that is shown. */
  cardName(): Promise<string | undefined>;
  /** Stops the extension's background, as the browser does when it has nothing to do. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function chromium(): Promise<HoverBrowser> {
  const context = await withExtension();
  await filledInChromium(context);
  const page = await context.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    move: (x, y) => page.mouse.move(x, y),
    arm: (code) => page.evaluate(arm, code),
    hovered: () => page.evaluate(() => window.hoverWatch.read()),
    isOpen: () => page.evaluate(() => window.hoverWatch.isOpen()),
    cardName: async () => (await readInChromium(page))?.name,
    stop: () => stopWorker(context),
    close: () => context.close(),
  };
}

/** @param idle how long Firefox lets an event page rest before it stops it, in milliseconds; its own is 30,000 */
export async function firefox(idle = 30_000): Promise<HoverBrowser> {
  const running = await launchFirefox({
    executable: process.env.DXLENS_FIREFOX ?? '/usr/bin/firefox-esr',
    extension: process.env.DXLENS_FIREFOX_BUILD ?? '.output/firefox-mv3',
    headless: true,
    preferences: { 'extensions.background.idle.timeout': idle },
  });
  const own = await running.newPage();
  await filledInFirefox(own);
  const page = await running.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    move: (x, y) => page.mouse.move(x, y),
    arm: (code) => page.evaluate(arm, code),
    hovered: () => page.evaluate(() => window.hoverWatch.read()),
    isOpen: () => page.evaluate(() => window.hoverWatch.isOpen()),
    cardName: async () => (await readInFirefox(page))?.name,
    async stop() {
      // Null when the event page does not run; asking does not start it.
      const isStopped = () => own.evaluate(() => browser.extension.getBackgroundPage() === null);
      const end = Date.now() + 10_000;
      while (!(await isStopped())) {
        if (Date.now() > end) throw new Error('The event page did not stop within 10 s.');
        await pause(100);
      }
    },
    close: () => running.close(),
  };
}

async function filledInChromium(context: BrowserContext): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/options.html', worker.url()).href);
  await page.getByText('Answers come from this browser’s database.').waitFor();
  await page.close();
}

/** Asks again and again, which keeps the event page from being stopped before it has filled the database. */
async function filledInFirefox(page: PuppeteerPage): Promise<void> {
  // Firefox never reports that an extension's page was loaded: this ends with the browser.
  void page.goto(`${FIREFOX_EXTENSION_URL}options.html`).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.waitForFunction(
    async () => {
      const question = { id: 1, type: 'storeState', timestamp: Date.now() };
      return (await browser.runtime.sendMessage(question)).res.state === 'stored';
    },
    { polling: 100, timeout: 60_000 },
  );
}

/** Firefox's own, in its extension pages. */
declare const browser: {
  extension: { getBackgroundPage(): Window | null };
  runtime: { sendMessage(message: unknown): Promise<{ res: { state: string } }> };
};

/** Runs in the page. */
function arm(code: string): { x: number; y: number } {
  const cell = document.getElementById(code);
  if (!cell) throw new Error(`${code} is not in the page`);
  cell.scrollIntoView({ block: 'center', behavior: 'instant' });
  window.hoverWatch.arm(code);
  const range = new Range();
  range.selectNodeContents(cell);
  const box = range.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
