import type { Locator, Page } from '@playwright/test';
import { expect, hoverText, readMarks, test, waitForCard } from './extension.ts';

/** Opens a code's card in the popup as a user does: type, Enter. */
async function openCard(page: Page, extensionId: string, code: string): Promise<Locator> {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.getByRole('combobox').fill(code);
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'Card' });
  await expect(card.getByRole('heading', { level: 2 })).toContainText(code);
  return card;
}

async function setDate(page: Page, day: string): Promise<void> {
  await page.getByLabel('Date of service').fill(day);
}

test.afterEach('the next test has today’s date', async ({ page, extensionId }) => {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ id: 1, type: 'setDateOfService', data: null, timestamp: 0 }),
  );
});

test('M43.2 shows its place, its own notes and the inherited ones with their origins', async ({
  page,
  extensionId,
}) => {
  const card = await openCard(page, extensionId, 'M43.2');
  for (const text of [
    'Not billable (header)',
    'Chapter 13',
    'Dorsopathies (M40-M54)',
    'Deforming dorsopathies (M40-M43)',
    'Other deforming dorsopathies',
    'Ankylosis of spinal joint',
    'ankylosing spondylitis (M45.0-)',
    'congenital fusion of spine (Q76.4)',
    'arthrodesis status (Z98.1)',
    'pseudoarthrosis after fusion or arthrodesis (M96.0)',
    'from M43 Other deforming dorsopathies',
    'congenital spondylolysis and spondylolisthesis (Q76.2)',
    'from Chapter 13',
    'notes as of April 1, 2026',
  ]) {
    await expect(card).toContainText(text);
  }
  await card.getByRole('button', { name: 'M45.0-' }).click();
  await expect(card.getByRole('heading', { level: 2 })).toContainText('M45.0');
});

for (const [code, ...texts] of [
  ['M43.22', 'Billable', 'from M43.2 Fusion of spine', 'from M43', 'from Chapter 13'],
  ['T20.011A', 'from Block T20-T32'],
  ['V43.52XA', 'from Block V00-V99'],
  [
    'S52.501A',
    '7th character A',
    'initial encounter for closed fracture',
    'In plain words by Dx Lens, not official',
  ],
  ['I64', 'ICD-10 (WHO), not ICD-10-CM', 'suggestion of ours', 'I63.9'],
  ['T52.8X1A', 'Deleted on October 1, 2026', 'Published successor', 'T52.891A'],
  ['S23.420A', 'Deleted on October 1, 2026', 'No published successor'],
  ['I42.0', 'Not billable (header)', 'Billable until September 30, 2026', 'I42.00', 'I42.01', 'I42.09'],
] as const) {
  test(`${code} says ${texts.join(', ')}`, async ({ page, extensionId }) => {
    const card = await openCard(page, extensionId, code);
    for (const text of texts) await expect(card).toContainText(text);
  });
}

test('the date of service turns the verdict, for all cards of the session', async ({ page, extensionId }) => {
  const card = await openCard(page, extensionId, 'I42.0');
  await setDate(page, '2026-09-30');
  await expect(card).toContainText('Billable');
  await expect(card).toContainText('Header since October 1, 2026, use the codes below');
  await openCard(page, extensionId, 'I42.00');
  await expect(card).toContainText('Not yet valid: valid from October 1, 2026');
  await page.getByRole('button', { name: 'Use today' }).click();
  await expect(card).toContainText('Billable');
});

test('a date typed key by key counts when it is whole, and the list follows it', async ({
  page,
  extensionId,
}) => {
  const card = await openCard(page, extensionId, 'I42.0');
  await page.getByLabel('Date of service').focus();
  await page.keyboard.type('09302026');
  await expect(card).not.toContainText('For date of service');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('For date of service September 30, 2026');
  await expect(page.getByLabel('Date of service')).toBeFocused();
  await page.getByRole('button', { name: 'Results' }).click();
  await expect(page.getByRole('option').first()).toContainText('Billable');
  await expect(page.getByRole('option').nth(1)).toContainText('Not yet valid');
});

test('the date of service changes the marks of an open page, and its cards', async ({
  page,
  openDemo,
  context,
  extensionId,
}) => {
  await openDemo('index.html');
  expect(await readMarks(page)).toContainEqual({ name: 'dxlens-deleted', text: 'T52.8X1A' });
  const popup = await context.newPage();
  await openCard(popup, extensionId, 'I42.0');
  await setDate(popup, '2026-09-30');
  await popup.close();
  await page.bringToFront();
  await expect.poll(() => readMarks(page)).toContainEqual({ name: 'dxlens-billable', text: 'T52.8X1A' });
  expect(await readMarks(page)).toContainEqual({ name: 'dxlens-billable', text: 'I42.0' });
  await hoverText(page, 'I42.0');
  const { text } = await waitForCard(page, /^I42\.0 Billable/);
  expect(text.join(' ')).toContain('For date of service September 30, 2026');
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
