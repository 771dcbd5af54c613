import { card, expect, hoverText, readMarks, test, waitForCard } from './extension.ts';
import { chooseMenuItem, press } from './worker.ts';

test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

test('the first-run page opens once when it is installed, behind the page in front', async ({
  context,
  extensionId,
  page,
  demo,
}) => {
  const url = `chrome-extension://${extensionId}/welcome.html`;
  await expect.poll(() => context.pages().filter((one) => one.url() === url)).toHaveLength(1);
  await page.goto(demo);
  await page.waitForTimeout(500);
  expect(context.pages().filter((one) => one.url() === url)).toHaveLength(1);
});

test('its sample is marked and explained as any page is', async ({ page, extensionId, worker }) => {
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await expect
    .poll(() => readMarks(page))
    .toEqual(
      expect.arrayContaining([
        { name: 'dxlens-billable', text: 'E11.9' },
        { name: 'dxlens-header', text: 'M43.2' },
        { name: 'dxlens-incomplete', text: 'S52.501' },
        { name: 'dxlens-deleted', text: 'T40.4X1A' },
        { name: 'dxlens-unknown', text: 'E11.99' },
      ]),
    );
  await hoverText(page, 'M43.2');
  const { role, text } = await waitForCard(page, /^M43\.2\b/);
  expect(role).toBe('tooltip');
  expect(text.join('\n')).toContain('Not billable');
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();

  await page.getByRole('cell', { name: 'S52.501' }).selectText();
  await page.bringToFront();
  await chooseMenuItem(await worker(), 'S52.501');
  expect((await waitForCard(page, /^S52\.501\b/)).role).toBe('dialog');
});

test('the keys go through its sample as through any page', async ({ page, extensionId, worker }) => {
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await expect.poll(() => readMarks(page)).toContainEqual({ name: 'dxlens-billable', text: 'E11.9' });
  await page.bringToFront();
  await press(await worker(), 'next-code');
  const first = await waitForCard(page, /^[A-Z]\d/);
  await press(await worker(), 'next-code');
  await expect.poll(async () => (await card(page))?.name).not.toBe(first.name);
});

test('it says how the icon is pinned, names the shortcuts, and leads to the options', async ({
  page,
  extensionId,
}) => {
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await expect(page.getByText('then the pin beside Dx Lens')).toBeVisible();
  await expect(page.getByText('Look up the selected text, or what the caret is in')).toBeVisible();
  await page.getByRole('link', { name: 'options' }).click();
  await expect(page.getByRole('heading', { name: 'Marks', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'First steps with Dx Lens' }).click();
  await expect(page.getByRole('heading', { name: 'Try it here' })).toBeVisible();
});
