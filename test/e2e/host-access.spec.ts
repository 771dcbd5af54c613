import type { Page } from '@playwright/test';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { expect, readMarks, test } from './extension.ts';

/** What the user can choose on the browser's own page of an extension. */
type Access = 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';

const NOTICE = 'Dx Lens is not allowed to read all pages. Where it is not, no code is marked.';

/** Chooses it there, as the page itself does. The permission's prompt is the browser's, and takes no click from here. */
async function choose(page: Page, extensionId: string, hostAccess: Access, site?: string): Promise<void> {
  await page.goto('chrome://extensions');
  await page.evaluate(
    async ([id, access, host]) => {
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: access });
      if (host) await chrome.developerPrivate.addHostPermission(id, host);
    },
    [extensionId, hostAccess, site] as const,
  );
}

test.afterEach('all pages can be read again', async ({ page, extensionId }) => {
  await choose(page, extensionId, 'ON_ALL_SITES');
});

test('screens say so when the user has taken away the right to read pages, and no more when it is back', async ({
  page,
  context,
  extensionId,
  demo,
}) => {
  await choose(page, extensionId, 'ON_CLICK');
  const front = await context.newPage();
  await front.goto(demo);
  const screens = ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html'];
  const own = await context.newPage();
  for (const file of screens) {
    await own.goto(`chrome-extension://${extensionId}/${file}`);
    await expect(own.getByText(NOTICE)).toBeVisible();
    await expect(own.getByRole('button', { name: 'Allow it on all sites' })).toBeVisible();
  }
  expect(await readMarks(front)).toEqual([]);

  await choose(page, extensionId, 'ON_ALL_SITES');
  await own.bringToFront();
  // A headless window has the focus all the time.
  await own.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(own.getByText(NOTICE)).toBeHidden();
  await front.reload();
  await waitForMarks(front);
  await Promise.all([front.close(), own.close()]);
});

test('the popup is silent on a site that may be read, though others may not', async ({
  page,
  context,
  extensionId,
  demo,
}) => {
  await choose(page, extensionId, 'ON_SPECIFIC_SITES', 'http://127.0.0.1/*');
  const front = await context.newPage();
  await front.goto(demo);
  await waitForMarks(front);
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  // Another test's search may have come back.
  await popup.getByRole('combobox').fill('');
  await expect(popup.getByRole('group', { name: /^In this page/ })).toBeVisible();
  await expect(popup.getByText(NOTICE)).toBeHidden();
  await Promise.all([front.close(), popup.close()]);
});

/** Chromium's API for its own page of extensions. */
declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: Access }): Promise<void>;
    addHostPermission(extensionId: string, host: string): Promise<void>;
  };
};
