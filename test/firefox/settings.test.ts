import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirefoxWithExtension, readMarks, startFirefox } from './extension';

let firefox: FirefoxWithExtension;
let page: Page;
let options: Page;

beforeAll(async () => {
  firefox = await startFirefox();
  page = await firefox.openDemo('index.html');
  options = await firefox.browser.newPage();
  // Its load is never reported, and puppeteer's selectors don't reach it: it is asked by evaluate() alone.
  void options.goto(`${firefox.extensionUrl}options.html`).catch(() => undefined);
});

afterAll(async () => {
  await firefox?.close();
});

test('the look of the marks changes at once in an open page', async () => {
  const before = (await readMarks(page)).length;
  await click('input[value="background"]');
  await expect
    .poll(async () => (await readMarks(page)).map(({ name }) => name))
    .toContain('dxlens-billable-background');
  expect(await readMarks(page)).toHaveLength(before);
  await click('input[value="underline"]');
  await expect.poll(async () => (await readMarks(page)).map(({ name }) => name)).toContain('dxlens-billable');
});

test('an open page is explained', async () => {
  await click('#explained-tab + button');
  await expect.poll(() => textOf('.candidates')).toContain('temperature among vital signs');
  expect(await textOf('#explained-tab option')).toBe('127.0.0.1, last used');
});

/** Clicks an element of the options page, once it is there. */
async function click(selector: string): Promise<void> {
  const isClicked = () =>
    options.evaluate((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.click();
      return element !== null;
    }, selector);
  await expect.poll(isClicked, { timeout: 10_000 }).toBe(true);
}

function textOf(selector: string): Promise<string> {
  return options.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}
