import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';

const field = (page: Page) => page.getByRole('combobox');
const group = (page: Page, name: RegExp) => page.getByRole('group', { name });
const codesIn = (page: Page, name: RegExp) =>
  group(page, name)
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-code')));

test.beforeEach(async ({ worker }) => {
  await (await worker()).evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.remove(['last-view-popup', 'last-view-panel']);
  });
});

test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

test('the popup opens with the codes of the page, each once, in its order', async ({
  openDemo,
  context,
  extensionId,
}) => {
  await openDemo('chart.html');
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(group(popup, /^In this page/)).toBeVisible();
  const codes = await codesIn(popup, /^In this page/);
  expect(codes.length).toBeGreaterThan(3);
  expect(new Set(codes).size).toBe(codes.length);
  await expect(popup.getByRole('option').first()).toContainText(/[a-z]{4}/);
  await popup.bringToFront();
  await popup.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => codesIn(popup, /^Favourites/)).toEqual([codes[0]]);
  await popup.close();
});

test('the side panel follows the tab in front, and shows the card beside the list', async ({
  openDemo,
  context,
  extensionId,
}) => {
  const chart = await openDemo('chart.html');
  const claims = await context.newPage();
  await claims.goto(chart.url().replace('chart.html', 'claims.html'));
  const panel = await context.newPage();
  await chart.bringToFront();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await chart.bringToFront();
  await expect(group(panel, /^In this page/)).toBeVisible();
  const inChart = await codesIn(panel, /^In this page/);
  await claims.bringToFront();
  await expect.poll(() => codesIn(panel, /^In this page/)).not.toEqual(inChart);
  await expect.poll(async () => (await codesIn(panel, /^In this page/)).length).toBeGreaterThan(0);
  await panel.getByRole('option').first().click();
  await expect(panel.getByRole('region', { name: 'Card' })).toBeVisible();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await Promise.all([panel.close(), claims.close()]);
});

test('the open side panel follows its page: codes that come and go, frames that come, and another page', async ({
  openDemo,
  context,
  extensionId,
}) => {
  const chart = await openDemo('chart.html');
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await chart.bringToFront();
  const codes = () => codesIn(panel, /^In this page/);
  await expect.poll(codes).toContain('I50.22');
  const before = await codes();
  const soon = { timeout: 2_000, intervals: [100] };

  await chart.evaluate(() => {
    const note = document.createElement('p');
    note.textContent = 'Diagnosis: G40.011';
    document.querySelector('main')?.prepend(note);
  });
  await expect.poll(codes, soon).toEqual(['G40.011', ...before]);
  // As many codes as before, but another one.
  await chart.getByText('Diagnosis: G40.011').evaluate((note) => {
    note.textContent = 'Diagnosis: E11.65';
  });
  await expect.poll(async () => (await codes())[0], soon).toBe('E11.65');
  await chart.getByText('Diagnosis: E11.65').evaluate((note) => note.remove());
  await expect.poll(codes, soon).toEqual(before);

  await chart.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>Diagnosis: G40.019';
    document.body.append(frame);
  });
  await expect.poll(codes, { ...soon, timeout: 4_000 }).toEqual([...before, 'G40.019']);
  await chart.locator('iframe').evaluate((frame) => frame.remove());
  await expect.poll(codes, soon).toEqual(before);

  await chart.goto(new URL('claims.html', chart.url()).href);
  await expect.poll(async () => (await codes()).includes('I50.22'), soon).toBe(false);
  await expect.poll(async () => (await codes()).length, soon).toBeGreaterThan(3);
  await panel.close();
});

test('favourites and the codes looked up last are listed, and nothing else is kept of them', async ({
  page,
  extensionId,
  worker,
}) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await field(page).fill('E119');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'E11.9');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('E11.9 is a favourite now')).toBeVisible();
  await field(page).fill('I10');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'I10');
  await page.keyboard.press('Enter');
  const star = page.getByRole('button', { name: 'Favourite I10' });
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');

  await expect.poll(() => codesIn(page, /^Favourites/)).toEqual(['E11.9', 'I10']);
  await expect.poll(() => codesIn(page, /^Looked up last/)).toEqual(['I10']);
  const stored = await (await worker()).evaluate(() => chrome.storage.local.get('keptCodes'));
  expect(stored).toEqual({ keptCodes: { favourites: ['E119', 'I10'], recents: ['I10'] } });

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('dx-lens-codes.csv');
  await page.getByRole('button', { name: 'Clear favourites…' }).click();
  await page.getByRole('button', { name: 'Really clear 2 favourites' }).click();
  await expect(group(page, /^Favourites/)).toBeHidden();
  await expect(group(page, /^Looked up last/)).toBeVisible();
});

test('nothing is kept when favourites and recent codes are switched off', async ({
  page,
  extensionId,
  worker,
}) => {
  await (await worker()).evaluate(() =>
    chrome.storage.local.set({ settings: { favouritesAndRecents: false } }),
  );
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await field(page).fill('I10');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'I10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Card' })).toContainText('I10');
  await expect(page.getByRole('button', { name: /^Favourite/ })).toBeHidden();
  const stored = await (await worker()).evaluate(() => chrome.storage.local.get('keptCodes'));
  expect(stored).toEqual({});
});

test('a search is narrowed to billable codes and to a chapter, and shown whole', async ({
  page,
  extensionId,
}) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await field(page).fill('fracture');
  const status = page.getByRole('status').first();
  await expect(status).toContainText(/First 50 of [\d,]+ codes/);
  const all = await status.textContent();
  await page.getByRole('checkbox', { name: 'Billable only' }).check();
  await expect(status).not.toHaveText(all ?? '');
  await expect(page.getByRole('option').first()).toContainText('Billable');
  await page.getByRole('button', { name: 'All chapters' }).click();
  await page.getByText('13. Diseases of the musculoskeletal').click();
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', /^M/);
  await expect(field(page)).toHaveValue('fracture');

  await page.getByRole('button', { name: /^Show all/ }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('End');
  const total = Number(/([\d,]+) codes/.exec((await status.textContent()) ?? '')?.[1]?.replace(',', ''));
  const last = page.getByRole('option', { selected: true });
  await expect(last).toHaveAttribute('aria-posinset', String(total));
  await expect(last).toHaveAttribute('aria-setsize', String(total));
  await expect(last).toHaveAttribute('data-code', /^M/);
  expect(await page.getByRole('option').count()).toBeLessThan(80);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: 'Billable only' })).not.toBeChecked();
});

test('a family is one row that opens in place', async ({ page, extensionId }) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await field(page).fill('pain in shoulder');
  const selected = page.getByRole('option', { selected: true });
  await expect(selected).toContainText(/more, other side/);
  const code = await selected.getAttribute('data-code');
  const members = page.locator('[role=option].member');
  await expect(members).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(members).not.toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(selected).not.toHaveAttribute('data-code', code ?? '');
  await expect(selected).toHaveClass(/member/);
  await page.keyboard.press('ArrowLeft');
  await expect(selected).toHaveAttribute('data-code', code ?? '');
  await expect(members).toHaveCount(0);
});

test('a closed search comes back within a minute, and not later', async ({ page, extensionId }) => {
  await page.clock.install();
  const url = `chrome-extension://${extensionId}/popup.html`;
  await page.goto(url);
  await field(page).fill('fusion of spine');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const code = await page.getByRole('option', { selected: true }).getAttribute('data-code');
  await page.goto('about:blank');
  await page.clock.fastForward(50_000);
  await page.goto(url);
  await expect(field(page)).toHaveValue('fusion of spine');
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('data-code', code ?? '');
  await page.keyboard.type('I10');
  await expect(field(page)).toHaveValue('I10');
  await page.goto('about:blank');
  await page.goto(url);
  await expect(field(page)).toHaveValue('I10');
  await field(page).click();
  await page.clock.runFor(10);
  await page.keyboard.type('E11');
  await expect(field(page)).toHaveValue('E11');
  await page.goto('about:blank');
  await page.clock.fastForward(61_000);
  await page.goto(url);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
});

/** As seen from the worker, which these parts of the tests run in. */
declare const chrome: {
  storage: {
    local: {
      clear(): Promise<void>;
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
    session: { remove(keys: string[]): Promise<void> };
  };
};
