import type { Browser, Page } from 'puppeteer-core';
import { type Card, waitForCard as waitUntilRead } from '../../scripts/lib/card.ts';
import { readCard } from '../../scripts/lib/card-firefox.ts';
import { cutNetwork } from '../../scripts/lib/cut-network.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { FIREFOX_EXTENSION_URL, launchFirefox } from '../../scripts/lib/launch-firefox.ts';
import { waitForMarks } from '../../scripts/lib/marks.ts';

export { hoverText } from '../../scripts/lib/hover.ts';
export { readMarks } from '../../scripts/lib/marks.ts';
export { readCard as card };

export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** Address of the extension's own pages, with a trailing slash; `goto` never reports their load. */
  readonly extensionUrl: string;
  /** Opens a demo page (`claims.html`) in a new tab and waits for its marks. */
  openDemo(file: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Firefox with the built extension in a new profile, its network cut, and serves the demo pages. */
export async function startFirefox(): Promise<FirefoxWithExtension> {
  const network = await cutNetwork();
  const demo = await serveDemo();
  const browser = await launchFirefox({
    executable: process.env.DXLENS_FIREFOX ?? '/usr/bin/firefox-esr',
    extension: process.env.DXLENS_FIREFOX_BUILD ?? '.output/firefox-mv3',
    headless: true,
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': network.host,
      'network.proxy.http_port': network.port,
      'network.proxy.ssl': network.host,
      'network.proxy.ssl_port': network.port,
    },
  });
  return {
    browser,
    extensionUrl: FIREFOX_EXTENSION_URL,
    async openDemo(file) {
      const page = await browser.newPage();
      await page.goto(new URL(file, demo.url).href);
      await waitForMarks(page);
      return page;
    },
    async close() {
      await browser.close();
      await demo.close();
      await network.close();
    },
  };
}

/** Waits for the card whose accessible name matches: `/^E11\.9/`. */
export function waitForCard(page: Page, name: RegExp, timeout?: number): Promise<Card> {
  return waitUntilRead(() => readCard(page), name, timeout);
}
