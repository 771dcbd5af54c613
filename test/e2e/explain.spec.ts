import type { Page } from '@playwright/test';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { expect, test } from './extension.ts';

test.afterEach('the settings are the defaults again', async ({ worker }) => {
  await (await worker()).evaluate(() => chrome.storage.local.remove('settings'));
});

/** The rows of the table: text, [frame,] verdict, marked, points, rules. */
const rowsOf = (options: Page) =>
  options
    .locator('.candidates tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));

async function openOptions(context: { newPage(): Promise<Page> }, extensionId: string): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  return options;
}

test('tells of the page that was in front which texts are marked, and by which rules', async ({
  page,
  openDemo,
  context,
  extensionId,
}) => {
  await openDemo('index.html');
  const marks = await waitForMarks(page);
  const options = await openOptions(context, extensionId);
  await options.getByRole('button', { name: 'Explain' }).click();
  await expect(options.getByText(`${marks.length} marked.`)).toBeVisible();
  const rows = await rowsOf(options);
  expect(rows.find(([text]) => text === 'M43.2')?.slice(1, 3)).toEqual(['Not billable (header)', '✓ yes']);
  const vital = rows.find(([text]) => text === 'T36.8');
  expect(vital?.[2]).toBe('– no');
  expect(vital?.[4]).toContain('temperature among vital signs');

  await options.getByRole('radio', { name: 'Marked', exact: true }).check();
  expect((await rowsOf(options)).map(([text]) => text).sort()).toEqual(marks.map(({ text }) => text).sort());
  await options.close();
});

test('has the candidates of all frames and shadow roots, and no text beside them', async ({
  page,
  demo,
  context,
  extensionId,
}) => {
  await context.route('**/in-frame', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Mr. Secret, Diagnosis: M43.22</p>' }),
  );
  const inner = new URL('in-frame', demo.replace('127.0.0.1', 'localhost')).href;
  await page.route('**/explained', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><p>Mrs. Secret, Diagnosis: E11.9</p><iframe src="${inner}"></iframe>
        <iframe sandbox="allow-scripts" srcdoc="<p>Diagnosis: Z79.4</p>"></iframe><div id="host"></div>
        <script>host.attachShadow({ mode: 'closed' }).innerHTML = '<p>Diagnosis: I10</p>'</script>`,
    }),
  );
  await page.goto(new URL('explained', demo).href);
  await waitForMarks(page);
  const options = await openOptions(context, extensionId);
  await options.getByRole('button', { name: 'Explain' }).click();
  await expect(options.getByText(/in 3 frames/)).toBeVisible();
  const rows = await rowsOf(options);
  expect(rows.map(([text]) => text).sort()).toEqual(['E11.9', 'I10', 'M43.22', 'Z79.4']);
  expect(rows.filter(([, frame]) => frame === 'top')).toHaveLength(2);
  expect(await options.locator('body').innerText()).not.toContain('Secret');
  await options.close();
  await context.unroute('**/in-frame');
});

test('finds a tab that was opened later, and does not ask a site that is switched off', async ({
  page,
  demo,
  context,
  extensionId,
}) => {
  await page.goto('about:blank');
  const options = await openOptions(context, extensionId);
  await expect(options.getByText('No page that Dx Lens reads is open.')).toBeVisible();
  await page.goto(new URL('claims.html', demo).href);
  await waitForMarks(page);
  await page.bringToFront();
  await options.bringToFront();
  await expect(options.getByRole('combobox', { name: 'Page:' })).toContainText('127.0.0.1, last used');
  await options.getByRole('textbox', { name: 'Switch off a site:' }).fill('127.0.0.1');
  await options.getByRole('button', { name: 'Add' }).click();
  await expect(options.getByRole('button', { name: 'Explain' })).toBeDisabled();
  await expect(options.getByText(/Dx Lens is switched off on 127\.0\.0\.1/)).toBeVisible();
  await options.close();
});

declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };
