import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOfficialFiles, officialFiles } from '../e2e/official-files';
import { type FirefoxWithExtension, startFirefox } from './extension';

const files = hasOfficialFiles ? officialFiles() : null;

describe.skipIf(!files)('the options page in Firefox', () => {
  let firefox: FirefoxWithExtension;
  beforeAll(async () => {
    firefox = await startFirefox();
  });
  afterAll(async () => {
    await firefox.close();
    files?.remove();
  });

  it('imports the FY2026 zip in its worker and uses it', async () => {
    const page = await firefox.browser.newPage();
    // Its load is never reported, and puppeteer's selectors don't reach it: it is asked by evaluate() alone.
    void page.goto(`${firefox.extensionUrl}options.html`).catch(() => undefined);
    await waitForText(page, 'Answers come from this browser’s database.');
    await choose(page, 'zip', files?.path('2026/icd10cm-code-descriptions-2026.zip') ?? '');
    await waitForText(page, 'ICD-10-CM FY2026: 98,186 codes, 74,719 billable');
    await page.evaluate(() => document.querySelector<HTMLElement>('#import input[type="checkbox"]')?.click());
    await waitForText(page, 'Use this release');
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('#import .actions button:enabled')?.click(),
    );
    await waitForText(page, 'You imported this release.');
    expect(
      await page.evaluate(() => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent)),
    ).toContain('ICD-10-CM FY2026');
    await page.close();
  });
});

async function waitForText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.body.innerText), { timeout: 20_000 }).toContain(text);
}

/** Gives the file input a file, as choosing one does. */
function choose(page: Page, name: string, path: string): Promise<void> {
  return page.evaluate(
    (fileName, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      const input = document.querySelector<HTMLInputElement>('#import-files');
      if (!input) throw new Error('the options page has no file input');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    readFileSync(path).toString('base64'),
  );
}
