import type { Page, Worker } from '@playwright/test';
import { card, expect, test, waitForCard } from './extension.ts';
import { chooseMenuItem } from './worker.ts';

async function pressShortcut(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('lookup-selection', tab);
  });
}

async function openPageWith(page: Page, demo: string, body: string): Promise<void> {
  await page.route('**/selection-test', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Test</title>${body}` }),
  );
  await page.goto(new URL('selection-test', demo).href);
  await page.bringToFront();
  await page.waitForTimeout(300);
}

/** The queries of the popups and tabs in which the extension has opened its search. */
async function openedSearches(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
    // A tab that is still to load has no address.
    return contexts.flatMap(({ documentUrl }) => (documentUrl ? new URL(documentUrl).pathname : []));
  });
}

test.describe('the menu item on a selection', () => {
  test('opens the card of a selected undotted, lower-case code beside it', async ({ page, demo, worker }) => {
    await openPageWith(page, demo, '<p>Assessment: <b id="code">e119</b> stable</p>');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#code') as Node));
    await chooseMenuItem(await worker(), 'e119');
    const { role, text } = await waitForCard(page, /^E11\.9\b/);
    expect(role).toBe('dialog');
    expect(text).toContain('Type 2 diabetes mellitus without complications');
    expect(text).toContain('Billable');
  });

  test('opens it beside a code that is selected in a text field', async ({ page, demo, worker }) => {
    await openPageWith(page, demo, '<input id="field" value="dx M4322 today">');
    await page.evaluate(() => {
      const field = document.querySelector('#field') as HTMLInputElement;
      field.focus();
      field.setSelectionRange(3, 8);
    });
    await chooseMenuItem(await worker(), 'M4322');
    await waitForCard(page, /^M43\.22 Billable: Fusion of spine, cervical region/);
  });

  test('closes on Escape and gives the focus back', async ({ page, demo, worker }) => {
    await openPageWith(page, demo, '<input id="field" value="M4322">');
    await page.locator('#field').selectText();
    await chooseMenuItem(await worker(), 'M4322');
    await waitForCard(page, /^M43\.22/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page)).toBeUndefined();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  test('opens the search with a text that is no code', async ({ page, demo, worker, context }) => {
    await openPageWith(page, demo, '<p id="text">heart failure</p>');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#text') as Node));
    await chooseMenuItem(await worker(), 'heart failure');
    await expect.poll(async () => openedSearches(await worker())).toContain('/popup.html');
    expect(await card(page)).toBeUndefined();
    await closePopups(context);
  });

  test('answers a code in the popup where the page shows no card', async ({
    page,
    worker,
    context,
    extensionId,
  }) => {
    // An extension page has no content script, as the PDF viewer and the browser's own pages have none.
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.bringToFront();
    await chooseMenuItem(await worker(), 'e119');
    await expect.poll(async () => openedSearches(await worker())).toContain('/popup.html');
    await closePopups(context);
  });

  test('opens the card of a code in the search page at once', async ({ page, worker, extensionId }) => {
    await (await worker()).evaluate(() => chrome.storage.session.set({ pendingQuery: 'e119' }));
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(page.getByRole('region', { name: 'Card' })).toContainText('E11.9 Type 2 diabetes mellitus');
  });
});

test('the keyboard command opens the card of the selection', async ({ page, demo, worker }) => {
  await openPageWith(page, demo, '<p>Assessment: <b id="code">I10</b></p>');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#code') as Node));
  await pressShortcut(await worker());
  await waitForCard(page, /^I10 Billable: Essential \(primary\) hypertension/);
});

test('the keyboard command finds the selection in a frame', async ({ page, demo, worker }) => {
  await openPageWith(
    page,
    demo,
    '<iframe width="900" height="700" srcdoc="<p>Dx <b id=code>e119</b></p>"></iframe>',
  );
  await page
    .frames()[1]
    ?.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#code') as Node));
  await pressShortcut(await worker());
  await waitForCard(page, /^E11\.9 Billable/);
});

test('a whole page selected and looked up opens the search, not a blank page', async ({
  page,
  extensionId,
  worker,
}) => {
  await (await worker()).evaluate(() => chrome.storage.session.set({ pendingQuery: '12 '.repeat(5_000) }));
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(page.getByRole('combobox')).toBeVisible();
});

test('the address bar suggests codes for `icd` and words, and opens the search on Enter', async ({
  page,
  worker,
  context,
}) => {
  await page.bringToFront();
  const suggestions = await (await worker()).evaluate(
    () =>
      new Promise<{ content: string; description: string }[]>((resolve) =>
        chrome.omnibox.onInputChanged.dispatch('fusion spine cervical', resolve),
      ),
  );
  expect(suggestions[0]).toEqual({
    content: 'M43.22',
    description:
      '<url>M43.22</url> <match>Fusion</match> of <match>spine</match>, <match>cervical</match> region <dim>Billable</dim>',
  });

  const opened = context.waitForEvent('page');
  await (await worker()).evaluate(() => chrome.omnibox.onInputEntered.dispatch('M43.22', 'newForegroundTab'));
  const tab = await opened;
  await expect(tab.getByRole('combobox')).toHaveValue('M43.22');
  await expect(tab.getByRole('region', { name: 'Card' })).toContainText('Fusion of spine, cervical region');
  await tab.close();
});

async function closePopups(context: { pages(): Page[] }): Promise<void> {
  for (const page of context.pages()) if (page.url().endsWith('/popup.html')) await page.close();
}

/** What the extension's worker has; Chromium lets its events be dispatched from there. */
interface Dispatched {
  dispatch(...parameters: unknown[]): void;
}
declare const chrome: {
  storage: { session: { set(items: object): Promise<void> } };
  tabs: { query(query: object): Promise<unknown[]> };
  runtime: { getContexts(filter: object): Promise<{ documentUrl: string }[]> };
  commands: { onCommand: Dispatched };
  omnibox: { onInputChanged: Dispatched; onInputEntered: Dispatched };
};
