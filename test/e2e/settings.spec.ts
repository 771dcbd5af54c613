import type { Page, Worker } from '@playwright/test';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { expectAllByTab, expectNoFaultsInBothThemes } from './accessible.ts';
import { card, expect, hoverText, readMarks, test, waitForCard } from './extension.ts';
import { chooseMenuItem } from './worker.ts';

test.afterEach('the settings are the defaults again', async ({ worker }) => {
  await (await worker()).evaluate(() => chrome.storage.local.remove('settings'));
});
test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

async function openOptions(context: { newPage(): Promise<Page> }, extensionId: string): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.getByRole('heading', { name: 'Marks', exact: true })).toBeVisible();
  return options;
}

const namesOf = async (page: Page) => [...new Set((await readMarks(page)).map(({ name }) => name))];

test('the look of the marks changes at once in an open page', async ({
  page,
  openDemo,
  context,
  extensionId,
}) => {
  await openDemo('index.html');
  const before = (await readMarks(page)).length;
  const options = await openOptions(context, extensionId);
  await options.getByRole('radio', { name: /backgrounds/ }).check();
  await expect.poll(() => namesOf(page)).toContain('dxlens-billable-background');
  expect((await namesOf(page)).filter((name) => !name.endsWith('-background'))).toEqual([]);
  expect(await readMarks(page)).toHaveLength(before);

  await options.getByRole('radio', { name: /^No marks/ }).check();
  await expect.poll(() => readMarks(page)).toEqual([]);
  await page.bringToFront();
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);

  await options.getByRole('radio', { name: 'Underlines', exact: true }).check();
  await expect.poll(async () => (await readMarks(page)).length).toBe(before);
  await options.close();
});

test('a site is switched off and on in the popup, without a reload', async ({
  page,
  openDemo,
  context,
  extensionId,
  worker,
}) => {
  await openDemo('index.html');
  const marks = (await readMarks(page)).length;
  const popup = await popupFor(page, context, extensionId);
  const box = popup.getByRole('checkbox', { name: 'Mark codes on 127.0.0.1' });
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect.poll(() => readMarks(page)).toEqual([]);
  await page.bringToFront();
  await hoverText(page, 'M43.2');
  await page.waitForTimeout(500);
  expect(await card(page)).toBeUndefined();

  // What was selected is looked up all the same.
  await selectText(page, 'M43.2');
  await chooseMenuItem(await worker(), 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  await page.keyboard.press('Escape');

  await box.check();
  await expect.poll(async () => (await readMarks(page)).length).toBe(marks);
  await popup.close();
});

test('a page of a site that is switched off is not read, nor are the frames in it', async ({
  page,
  demo,
  worker,
  context,
}) => {
  await (await worker()).evaluate(() =>
    chrome.storage.local.set({ settings: { look: 'underline', badge: true, offSites: ['127.0.0.1'] } }),
  );
  const html = '<!doctype html><p>Diagnosis: E11.9, I10</p>';
  await context.route('**/inner', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const inner = new URL('inner', demo.replace('127.0.0.1', 'localhost')).href;
  await page.route('**/outer', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `${html}<iframe src="${inner}"></iframe><iframe srcdoc="${html.replaceAll('"', '&quot;')}"></iframe>`,
    }),
  );
  await page.goto(new URL('outer', demo).href);
  await page.waitForTimeout(1000);
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => [...CSS.highlights.keys()]), frame.url()).toEqual([]);
  }
  // The same frame in a page of its own is another site.
  await page.goto(inner);
  expect(await waitForMarks(page)).toHaveLength(2);
  await context.unroute('**/inner');
});

test('the badge counts the codes of all frames, follows the page, and goes when it is switched off', async ({
  page,
  demo,
  context,
  extensionId,
  worker,
  stopWorker,
}) => {
  await page.route('**/frames', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><p id="p">Diagnosis: E11.9, I10</p><iframe srcdoc="<p>Diagnosis: M43.22</p>"></iframe>',
    }),
  );
  await page.goto(new URL('frames', demo).href);
  await waitForMarks(page);
  const badge = () => badgeOf(worker, page);
  expect(await badge()).toBe('');

  const options = await openOptions(context, extensionId);
  await options.getByRole('checkbox', { name: /number of codes/ }).check();
  await page.bringToFront();
  await expect.poll(badge, { timeout: 5000 }).toBe('3');

  await stopWorker();
  await page.evaluate(() => document.querySelector('#p')?.append(', E66.01'));
  await expect.poll(badge, { timeout: 5000 }).toBe('4');

  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await page.evaluate(() => document.querySelector('#p')?.append(', Z79.4'));
  await expect.poll(badge, { timeout: 5000 }).toBe('4');

  await page.goto(new URL('claims.html', demo).href);
  const { length } = await waitForMarks(page);
  await expect.poll(badge, { timeout: 5000 }).toBe(String(length));

  await options.getByRole('checkbox', { name: /number of codes/ }).uncheck();
  await expect.poll(badge, { timeout: 5000 }).toBe('');
  await options.close();
});

test('the switch of a site in the popup has no accessibility faults', async ({
  page,
  openDemo,
  context,
  extensionId,
}) => {
  await openDemo('index.html');
  const popup = await popupFor(page, context, extensionId);
  await expectNoFaultsInBothThemes(popup);
  await expectAllByTab(popup);
  await popup.close();
});

/** The popup as a tab behind the page: that one is the active tab, as it is under a real popup. */
async function popupFor(
  page: Page,
  context: { newPage(): Promise<Page> },
  extensionId: string,
): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 440, height: 560 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.bringToFront();
  await popup.reload();
  await expect(popup.getByRole('checkbox', { name: /^Mark codes on/ })).toBeVisible();
  return popup;
}

async function selectText(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, text);
}

/** The text on the toolbar button while the page is in front. */
async function badgeOf(worker: () => Promise<Worker>, page: Page): Promise<string> {
  await page.bringToFront();
  return (await worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  });
}

declare const chrome: {
  storage: { local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
  tabs: { query(query: object): Promise<{ id?: number }[]> };
  action: { getBadgeText(details: { tabId: number | undefined }): Promise<string> };
};
