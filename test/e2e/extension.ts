import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import { type Card, waitForCard as waitUntilRead } from '../../scripts/lib/card.ts';
import { readCard } from '../../scripts/lib/card-chromium.ts';
import { cutNetwork } from '../../scripts/lib/cut-network.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { launchChromium } from '../../scripts/lib/launch-chromium.ts';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { stopWorker, workerOf } from './worker.ts';

export { expect } from '@playwright/test';
export { hoverText } from '../../scripts/lib/hover.ts';
export { readMarks } from '../../scripts/lib/marks.ts';
export { readCard as card };

/** Fixtures that live as long as Playwright's worker process: one browser for all tests, until one fails. */
interface Shared {
  /** Chromium with the built extension in a new profile, with its network cut. */
  browserWithExtension: BrowserContext;
  extensionId: string;
  /** The network outside this machine, which is cut. (Playwright's own `offline` is an option of pages.) */
  network: Network;
  /** Base address of the demo pages, with a trailing slash. */
  demo: string;
}

interface PerTest {
  /** The extension's service worker, started when it was stopped. */
  worker: () => Promise<Worker>;
  /** Stops the service worker, as Chromium does when it is idle; the next event starts it anew. */
  stopWorker: () => Promise<void>;
  /** Opens a demo page (`claims.html`) in the test's page and waits for its marks. */
  openDemo: (file: string) => Promise<Page>;
}

interface Network {
  /** Host and port of the proxy at which every request ends. */
  readonly proxy: string;
  /** What was asked for since the browser started, other than by the browser itself. */
  requests(): string[];
}

/** The test function of the end-to-end tests; its `page` and `context` are those of Chromium with Dx Lens. */
export const test = base.extend<PerTest, Shared>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const server = await serveDemo();
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  browserWithExtension: [
    async ({ network }, use) => {
      const context = await launchChromium({
        executable: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
        extension: process.env.DXLENS_BUILD ?? '.output/chrome-mv3',
        headless: true,
        args: [`--proxy-server=${network.proxy}`],
      });
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  network: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const cut = await cutNetwork();
      await use({
        proxy: `${cut.host}:${cut.port}`,
        requests: () => cut.requests.filter((request) => !BROWSERS_OWN.test(request)),
      });
      await cut.close();
    },
    { scope: 'worker' },
  ],
  extensionId: [
    async ({ browserWithExtension }, use) => {
      await use(new URL((await workerOf(browserWithExtension)).url()).host);
    },
    { scope: 'worker' },
  ],
  context: async ({ browserWithExtension }, use) => {
    await use(browserWithExtension);
  },
  page: async ({ browserWithExtension }, use) => {
    const page = await browserWithExtension.newPage();
    await use(page);
    await page.close();
  },
  worker: async ({ browserWithExtension }, use) => {
    await use(() => workerOf(browserWithExtension));
  },
  stopWorker: async ({ browserWithExtension }, use) => {
    await use(() => stopWorker(browserWithExtension));
  },
  openDemo: async ({ page, demo }, use) => {
    await use(async (file) => {
      await page.goto(new URL(file, demo).href);
      await waitForMarks(page);
      return page;
    });
  },
});

/** Waits for the card whose accessible name matches: `/^E11\.9/`. */
export function waitForCard(page: Page, name: RegExp, timeout?: number): Promise<Card> {
  return waitUntilRead(() => readCard(page), name, timeout);
}

/** Chromium asks these by itself for updates, account state and autofill, whatever switches it gets. */
const BROWSERS_OWN = /\b(?:googleapis\.com|gvt1\.com|(?:accounts|clients\d*|mtalk)\.google\.com)\b/;
