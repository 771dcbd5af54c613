/**
 * `npm run screenshots`: takes the README's pictures from the running extension into docs/images/. They show the
 * build of this moment on the demo pages, in a new profile whose database is filled.
 */
import { mkdir } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { BUILDS, build } from './lib/builds.ts';
import { waitForCard } from './lib/card.ts';
import { readCard } from './lib/card-chromium.ts';
import { serveDemo } from './lib/demo-server.ts';
import { hoverText } from './lib/hover.ts';
import { launchChromium } from './lib/launch-chromium.ts';
import { waitForMarks } from './lib/marks.ts';

const FOLDER = 'docs/images';

interface Shot {
  readonly file: string;
  /** Size of the viewport in CSS pixels; the picture has twice as many. */
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Brings the page to what the picture shows. */
  readonly prepare: (page: Page, places: Places) => Promise<void>;
}

/** Base addresses, with a trailing slash. */
interface Places {
  readonly demo: string;
  readonly extension: string;
}

/** The size that `popup.css` gives to the popup. */
const POPUP = { width: 440, height: 560 };

const SHOTS: readonly Shot[] = [
  {
    file: 'card-header.png',
    width: 860,
    height: 620,
    prepare: (page, { demo }) => hover(page, `${demo}index.html`, 'M43.2'),
  },
  {
    file: 'card-billable.png',
    width: 860,
    height: 720,
    prepare: (page, { demo }) => hover(page, `${demo}chart.html`, 'E11.9'),
  },
  {
    file: 'card-incomplete-dark.png',
    width: 860,
    height: 620,
    colorScheme: 'dark',
    prepare: (page, { demo }) => hover(page, `${demo}index.html`, 'S52.501'),
  },
  {
    file: 'card-deleted.png',
    width: 860,
    height: 720,
    prepare: (page, { demo }) => hover(page, `${demo}index.html`, 'T52.8X1A'),
  },
  {
    file: 'claims-marks.png',
    width: 860,
    height: 560,
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}claims.html`);
      await page.locator('#systems').evaluate((table) => table.parentElement?.scrollIntoView());
    },
  },
  {
    file: 'popup-search.png',
    ...POPUP,
    prepare: (page, { extension }) => search(page, extension, 'fusion spine cervical'),
  },
  {
    file: 'popup-card.png',
    ...POPUP,
    async prepare(page, { extension }) {
      await search(page, extension, 'fusion spine cervical');
      await page.locator('[role=option][data-code="M43.22"]').click();
      await page.getByRole('region', { name: 'Card' }).waitFor();
    },
  },
  {
    file: 'options.png',
    width: 720,
    height: 560,
    prepare: (page, { extension }) => openFilled(page, extension),
  },
];

await build('chromium');
await mkdir(FOLDER, { recursive: true });
const demo = await serveDemo();
const context = await launchChromium({
  executable: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
  extension: BUILDS.chromium,
  headless: true,
});
try {
  const places = { demo: demo.url, extension: await extensionUrl(context) };
  const page = await context.newPage();
  // The first lookups would be answered from the package, with the same cards but a little later.
  await openFilled(page, places.extension);
  await page.close();
  for (const shot of SHOTS) await take(context, shot, places);
} finally {
  await context.close();
  await demo.close();
}

async function take(context: BrowserContext, shot: Shot, places: Places): Promise<void> {
  const page = await context.newPage();
  const { width, height, colorScheme = 'light' } = shot;
  await page.setViewportSize({ width, height });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await shot.prepare(page, places);
  const { length } = await page.screenshot({
    path: `${FOLDER}/${shot.file}`,
    scale: 'device',
    animations: 'disabled',
  });
  console.log(`${FOLDER}/${shot.file}: ${Math.round(length / 1000)} kB`);
  await page.close();
}

async function extensionUrl(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL('/', worker.url()).href;
}

async function openDemo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await waitForMarks(page);
}

async function hover(page: Page, url: string, code: string): Promise<void> {
  await openDemo(page, url);
  await hoverText(page, code);
  await waitForCard(() => readCard(page), new RegExp(`^${code.replace('.', '\\.')} `));
}

async function search(page: Page, extension: string, query: string): Promise<void> {
  await page.goto(`${extension}popup.html`);
  await page.getByRole('combobox').fill(query);
  await page.getByRole('option').first().waitFor();
}

/** The options page, once it says that the database is filled. */
async function openFilled(page: Page, extension: string): Promise<void> {
  await page.goto(`${extension}options.html`);
  await page.getByText('Answers come from this browser’s database.').waitFor();
}
