import type { Page } from '@playwright/test';
import {
  expectAllByTab,
  expectNoFaults,
  expectNoFaultsInBothThemes,
  openCardRoots,
  THEMES,
} from './accessible.ts';
import { expect, hoverText, test, waitForCard } from './extension.ts';
import { chooseMenuItem } from './worker.ts';

async function open(page: Page, extensionId: string, file: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/${file}`);
}

for (const colorScheme of THEMES) {
  test(`cards in a page have no accessibility faults (${colorScheme})`, async ({ page, openDemo }) => {
    await page.emulateMedia({ colorScheme });
    await openDemo('index.html');
    await openCardRoots(page);
    for (const code of ['E11.9', 'M43.2', 'S52.501', 'T52.8X1A']) {
      await hoverText(page, code);
      const { name, text, role } = await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')} `));
      expect(role).toBe('tooltip');
      // Code and verdict are heard first.
      expect(name).toMatch(/^\S+ (?:Billable|Not billable|Incomplete|Deleted)/);
      expect(text[0]).toBe(code);
      await expectNoFaults(page, 'dxlens-card');
    }
  });
}

test('a card that was asked for is walked through by keyboard alone, and has no faults', async ({
  page,
  openDemo,
  worker,
}) => {
  await openDemo('index.html');
  await openCardRoots(page);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue?.indexOf('M43.2') ?? -1;
      if (at >= 0)
        return getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 5);
    }
  });
  await page.bringToFront();
  await chooseMenuItem(await worker(), 'M43.2');
  expect((await waitForCard(page, /^M43\.2 /)).role).toBe('dialog');
  await expectNoFaults(page, 'dxlens-card');
  await expectAllByTab(page, { inCard: true });
});

test('popup: nothing typed, results, a card, and the codes that were looked up last', async ({
  page,
  extensionId,
}) => {
  await page.setViewportSize({ width: 440, height: 560 });
  await open(page, extensionId, 'popup.html');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
  await page.getByRole('combobox').fill('fusion of spine');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
  await page.getByRole('combobox').press('Enter');
  await expect(page.getByRole('region', { name: 'Card' })).toBeFocused();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').fill('');
  await expect(page.getByText('Looked up last')).toBeVisible();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
});

test('side panel: a card', async ({ page, extensionId }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, extensionId, 'sidepanel.html');
  await page.getByRole('combobox').fill('S52.5');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'S52.5');
  await page.getByRole('combobox').press('Enter');
  await expect(page.getByRole('region', { name: 'Card' })).toBeFocused();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
});

test('options: all sections, with what they say to what is wrong', async ({
  openDemo,
  context,
  extensionId,
  worker,
}) => {
  await openDemo('index.html');
  const options = await context.newPage();
  await open(options, extensionId, 'options.html');
  await expect(options.getByText('98,403')).toBeVisible();
  await options.getByRole('textbox', { name: 'Switch off a site:' }).fill('ehr.example.org');
  await options.getByRole('button', { name: 'Add' }).click();
  await expect(options.getByRole('button', { name: 'Remove ehr.example.org' })).toBeVisible();
  await options.getByRole('textbox', { name: 'Switch off a site:' }).fill('two words');
  await options.getByRole('button', { name: 'Add' }).click();
  await options.getByRole('button', { name: 'Reset to the defaults' }).click();
  await options.getByRole('button', { name: 'Explain' }).click();
  await expect(options.getByRole('rowheader', { name: 'M43.2', exact: true }).first()).toBeVisible();
  await options.getByText('All rules').click();
  await expectNoFaultsInBothThemes(options);
  await expectAllByTab(options);
  await options.close();
  await (await worker()).evaluate(() => chrome.storage.local.remove('settings'));
});

test('first run', async ({ page, extensionId }) => {
  await open(page, extensionId, 'welcome.html');
  await expect(page.getByText('Alt+Shift+D')).toBeVisible();
  await expectNoFaultsInBothThemes(page);
  await expectAllByTab(page);
});

declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };
