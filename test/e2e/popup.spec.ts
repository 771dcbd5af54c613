import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';

async function openPopup(page: Page, extensionId: string): Promise<Page> {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(page.getByRole('combobox')).toBeFocused();
  return page;
}

const codesOf = (page: Page) =>
  page
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-code')));

test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

test('words find a code by its title', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('fusion spine cervical');
  await expect(page.getByRole('status').filter({ hasText: 'code' })).toBeVisible();
  await expect.poll(async () => (await codesOf(page)).slice(0, 3)).toContain('M43.22');
});

test('an undotted code stands first', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('M4322');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'M43.22');
  await expect(page.getByRole('option').first()).toContainText('Billable');
});

test('a prefix lists what begins with it, in tabular order', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('m43.2');
  await expect
    .poll(() => codesOf(page))
    .toEqual(['M43.2', ...[...'012345678'].map((digit) => `M43.2${digit}`)]);
});

test('the keyboard alone finds, opens, walks and leaves a card', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('fusion of spine');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'M43.20');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('data-code', 'M43.2');
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'Card' });
  await expect(card).toBeFocused();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('M43.2 Fusion of spine');
  await card.getByRole('button', { name: /^M43\.22/ }).focus();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('M43.22 Fusion of spine, cervical region');
  await expect(card).toContainText('Billable');
  await card.getByRole('button', { name: 'Back to M43.2' }).focus();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('M43.2 Fusion of spine');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('copies a code from the list and from the card', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('E119');
  await expect(page.getByRole('option').first()).toHaveAttribute('data-code', 'E11.9');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('E11.9 copied')).toBeVisible();
  expect(await pasted(page)).toBe('E11.9');

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy with title: E11.9' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await pasted(page)).toBe('E11.9 Type 2 diabetes mellitus without complications');
});

test('says so when nothing is found, and when a word was corrected', async ({ page, extensionId }) => {
  await openPopup(page, extensionId);
  await page.keyboard.type('qqqxyzzy');
  await expect(page.getByText('No code or title has “qqqxyzzy”')).toBeVisible();
  await page.getByRole('combobox').fill('diabetis mellitus');
  await expect(page.getByText(/codes for “diabetes mellitus”/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`popup, side panel and options have no accessibility faults (${colorScheme})`, async ({
    page,
    extensionId,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openPopup(page, extensionId);
    await page.keyboard.type('fusion of spine');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoFaults(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Card' })).toBeVisible();
    await expectNoFaults(page);
    await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    await expectNoFaults(page);
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await expect(page.getByText('98,403')).toBeVisible();
    await expectNoFaults(page);
  });
}

/** What a user would paste; the clipboard itself can't be read from an extension page. */
async function pasted(page: Page): Promise<string> {
  await page.getByRole('combobox').fill('');
  await page.keyboard.press('ControlOrMeta+v');
  return page.getByRole('combobox').inputValue();
}

async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
