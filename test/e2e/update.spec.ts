import { type BrowserContext, type CDPSession, expect, type Page, test } from '@playwright/test';
import { waitForCard } from '../../scripts/lib/card.ts';
import { readCard } from '../../scripts/lib/card-chromium.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { hoverText } from '../../scripts/lib/hover.ts';
import { launchChromium } from '../../scripts/lib/launch-chromium.ts';
import { readMarks, waitForMarks } from '../../scripts/lib/marks.ts';

// A browser of its own for each test: the others' would lose its extension.
let context: BrowserContext;
let demo: Awaited<ReturnType<typeof serveDemo>>;
let page: Page;
let extensions: Page;
/** What no script of the page or the extension has caught. */
let thrown: string[];

test.beforeEach(async () => {
  demo = await serveDemo();
  context = await launchChromium({
    executable: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
    extension: process.env.DXLENS_BUILD ?? '.output/chrome-mv3',
    headless: true,
  });
  extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  // Otherwise an unpacked extension that is loaded anew is switched off.
  await extensions.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  page = await context.newPage();
  thrown = [];
  const session: CDPSession = await context.newCDPSession(page);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    thrown.push(`${text} ${exception?.description}`),
  );
  await session.send('Runtime.enable');
  await page.goto(new URL('index.html', demo.url).href);
  await waitForMarks(page);
  await page.bringToFront();
});

test.afterEach(async () => {
  await context.close();
  await demo.close();
});

test('after an update an open page has the new marks and cards, and nothing of the old ones', async () => {
  const before = await readMarks(page);
  await hoverText(page, 'M43.2');
  await waitForCard(() => readCard(page), /^M43\.2\b/);
  await onExtensions(`chrome.developerPrivate.reload(id, { failQuietly: true })`);
  await expect.poll(() => hosts(page)).toBe(0);
  await expect.poll(() => readMarks(page), { timeout: 10_000 }).toEqual(before);
  await page.mouse.move(5, 5);
  await hoverText(page, 'E11.9');
  await waitForCard(() => readCard(page), /^E11\.9\b/);
  expect(await hosts(page)).toBe(1);
  // Longer than the old reader takes to see that its extension has gone.
  await page.waitForTimeout(1500);
  expect(await readMarks(page)).toEqual(before);
  expect(thrown).toEqual([]);
});

test('after switching it off nothing is left in an open page, and after switching it on all is back', async () => {
  const before = await readMarks(page);
  await hoverText(page, 'M43.2');
  await waitForCard(() => readCard(page), /^M43\.2\b/);
  await onExtensions('chrome.management.setEnabled(id, false)');
  await expect.poll(() => readMarks(page)).toEqual([]);
  await expect.poll(() => hosts(page)).toBe(0);
  await page.mouse.move(5, 5);
  await hoverText(page, 'M43.2');
  expect(await hosts(page)).toBe(0);
  await onExtensions('chrome.management.setEnabled(id, true)');
  await expect.poll(() => readMarks(page), { timeout: 10_000 }).toEqual(before);
  await page.mouse.move(5, 5);
  await hoverText(page, 'E11.9');
  await waitForCard(() => readCard(page), /^E11\.9\b/);
  expect(thrown).toEqual([]);
});

test('a second reader in a frame does nothing', async () => {
  const before = await readMarks(page);
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    const target = { tabId: tab?.id, allFrames: true };
    await chrome.scripting.executeScript({ target, files: ['content-scripts/content.js'] });
  }, demo.url);
  await page.waitForTimeout(500);
  expect(await readMarks(page)).toEqual(before);
  expect(thrown).toEqual([]);
});

/** Runs a call of the browser's own page of extensions, with `id` as that of Dx Lens. */
function onExtensions(call: string): Promise<unknown> {
  return extensions.evaluate(`(async () => {
    const all = await chrome.developerPrivate.getExtensionsInfo({});
    const { id } = all.find(({ name }) => name.startsWith('Dx Lens'));
    await ${call};
  })()`);
}

function hosts(in_: Page): Promise<number> {
  return in_.evaluate(() => document.querySelectorAll('dxlens-card').length);
}

declare const chrome: {
  tabs: { query(query: object): Promise<{ id: number }[]> };
  scripting: { executeScript(injection: object): Promise<unknown> };
};
