import { waitForMarks } from '../../scripts/lib/marks.ts';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';

test.beforeEach(async ({ page, extensionId }) => {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByRole('region', { name: 'Sample of the card' })).toBeVisible();
});
test.afterEach('the settings are the defaults again', async ({ worker }) => {
  await (await worker()).evaluate(() => chrome.storage.local.remove('settings'));
});

test('the sample of the card follows theme and text size at once', async ({ page }) => {
  const sample = page.getByRole('region', { name: 'Sample of the card' });
  await page.getByRole('radio', { name: 'dark', exact: true }).check();
  await expect(sample).toHaveCSS('background-color', 'rgb(29, 33, 38)');
  await page.getByRole('radio', { name: 'large', exact: true }).check();
  await expect(sample.getByRole('article')).toHaveCSS('font-size', '16px');
  await expect(sample.getByRole('heading', { level: 2 })).toHaveCSS('font-size', '18px');
});

test('no card opens under the pointer in a page when that is set', async ({ page, context, demo }) => {
  await page.getByRole('radio', { name: /^never/ }).check();
  const chart = await context.newPage();
  await chart.goto(`${demo}index.html`);
  await waitForMarks(chart);
  await hoverText(chart, 'M43.2');
  await chart.waitForTimeout(700);
  expect(await card(chart)).toBeUndefined();
  await page.getByRole('radio', { name: /^soon/ }).check();
  await hoverText(chart, 'M43.2');
  await waitForCard(chart, /^M43\.2\b/);
  await chart.close();
});

test('cards open with all of their parts when that is set', async ({ page, context, demo }) => {
  const chart = await context.newPage();
  await chart.goto(`${demo}index.html`);
  await waitForMarks(chart);
  await hoverText(chart, 'M43.2');
  expect((await waitForCard(chart, /^M43\.2\b/)).text).not.toContain('Hierarchy');
  await chart.mouse.move(5, 5);
  await page.getByRole('checkbox', { name: 'Cards open with all parts unfolded' }).check();
  await hoverText(chart, 'E11.9');
  expect((await waitForCard(chart, /^E11\.9\b/)).text).toContain('Hierarchy');
  await chart.close();
});

test('settings are exported, reset and imported again; what changes is shown before', async ({ page }) => {
  await page.getByRole('radio', { name: 'Underlines and backgrounds' }).check();
  await page.getByRole('textbox', { name: 'On the site:' }).fill('claims.example');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Format on claims.example' })).toHaveValue('undotted');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the settings' }).click();
  const file = await (await downloading).path();

  await page.getByRole('button', { name: 'Reset to the defaults' }).click();
  await expect(page.getByRole('row', { name: /claims\.example undotted none/ })).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('radio', { name: 'Underlines', exact: true })).toBeChecked();

  await page.getByLabel('Import a settings file:').setInputFiles(file);
  await expect(page.getByRole('row', { name: /none claims\.example undotted/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Underlines', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('radio', { name: 'Underlines and backgrounds' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Format on claims.example' })).toHaveValue('undotted');
});

test('a file that is none of ours changes nothing, and says why', async ({ page }) => {
  const foreign = { name: 'package.json', mimeType: 'application/json', buffer: Buffer.from('{"name":"x"}') };
  await page.getByLabel('Import a settings file:').setInputFiles(foreign);
  await expect(page.getByRole('alert')).toHaveText(
    'package.json was not taken. It is no file of Dx Lens settings.',
  );
});

test('the shortcuts are those of the browser', async ({ page }) => {
  for (const [keys, what] of [
    ['D', 'Look up the selected text, or what the caret is in'],
    ['J', 'Go to the next code on this page'],
    ['K', 'Go to the previous code on this page'],
    ['H', 'Pin the open card, so that it stays'],
  ] as const) {
    await expect(page.getByText(what)).toBeVisible();
    await expect(page.getByText(`Alt+Shift+${keys}`)).toBeVisible();
  }
});

test('nothing is cut off at 320 px, which is 400 % of 1280', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the sample of the card has its notes as cards in pages have', async ({ page }) => {
  const sample = page.getByRole('region', { name: 'Sample of the card' });
  // In the two columns of our pages' lists of terms the words of the second were broken.
  const terms = await sample.getByText('Excludes1', { exact: true }).first().boundingBox();
  expect(terms?.width).toBeGreaterThan(200);
});

declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };
