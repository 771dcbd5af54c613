import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';

const field = (page: Page) => page.getByRole('combobox');

async function openPopup(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(field(page)).toBeFocused();
}

test.beforeEach('nothing comes back from another test', async ({ worker }) => {
  await (await worker()).evaluate(() => chrome.storage.session.remove('last-view-popup'));
});

test('codes in frames are listed after those of the page, and those of both once', async ({
  openDemo,
  context,
  extensionId,
}) => {
  const demo = await openDemo('claims.html');
  await demo.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>Diagnosis: G40.011 and E11.9';
    document.body.prepend(frame);
  });
  await demo.waitForTimeout(600);
  const popup = await context.newPage();
  await openPopup(popup, extensionId);
  const codes = () =>
    popup
      .getByRole('group', { name: 'In this page' })
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('data-code')));
  await expect.poll(async () => (await codes()).at(-1)).toBe('G40.011');
  expect((await codes())[0]).toBe('E11.9');
  expect((await codes()).filter((code) => code === 'E11.9')).toHaveLength(1);
  await popup.close();
});

declare const chrome: { storage: { session: { remove(key: string): Promise<void> } } };
