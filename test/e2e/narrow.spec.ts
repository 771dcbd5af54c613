import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';

/** 1280 by 1024 pixels at 400 %. */
const ZOOMED = { width: 320, height: 256 };

async function search(page: Page, extensionId: string, file: string, query: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/${file}`);
  await page.getByRole('combobox').fill(query);
  await expect(page.getByRole('option').first()).toBeVisible();
}

const isWiderThanItsWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const file of ['popup.html', 'sidepanel.html']) {
  test(`${file} at 400 %: a list that can be read, and a card, without scrolling sideways`, async ({
    page,
    extensionId,
  }) => {
    await page.setViewportSize(ZOOMED);
    await search(page, extensionId, file, 'fracture of wrist');
    expect(await isWiderThanItsWindow(page)).toBe(false);
    const list = await page.getByRole('listbox').boundingBox();
    expect(list?.height).toBeGreaterThan(ZOOMED.height / 2);
    // Titles have the room that verdicts would take beside them.
    const title = await page.getByRole('option').first().locator('.title').boundingBox();
    expect(title?.width).toBeGreaterThan(150);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Card' })).toBeVisible();
    expect(await isWiderThanItsWindow(page)).toBe(false);
    await page.keyboard.press('Escape');
  });
}

test('the first-run page at 400 % needs no scrolling sideways', async ({ page, extensionId }) => {
  await page.setViewportSize(ZOOMED);
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await expect(page.getByText('Alt+Shift+D')).toBeVisible();
  expect(await isWiderThanItsWindow(page)).toBe(false);
});
