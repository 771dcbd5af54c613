import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForMarks } from '../../scripts/lib/marks';
import {
  card,
  type FirefoxWithExtension,
  hoverText,
  readMarks,
  startFirefox,
  waitForCard,
} from './extension';

let firefox: FirefoxWithExtension;
let page: Page;
const thrown: unknown[] = [];

beforeAll(async () => {
  firefox = await startFirefox();
  page = await firefox.openDemo('index.html');
  page.on('pageerror', (error) => thrown.push(error));
});

afterAll(async () => {
  await firefox?.close();
});

test('after an update an open page has its marks and the new card, and nothing of the old one', async () => {
  const before = await readMarks(page);
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  await install();
  await expect.poll(hosts, { timeout: 5_000 }).toBe(0);
  await expect.poll(() => readMarks(page), { timeout: 5_000 }).toEqual(before);
  await page.mouse.move(5, 5);
  await hoverText(page, 'E11.9');
  await waitForCard(page, /^E11\.9\b/);
  expect(await hosts()).toBe(1);
  expect(thrown).toEqual([]);
});

test('after it was removed no card is seen in an open page, and after installing it again all is back', async () => {
  await page.mouse.move(5, 5);
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  await firefox.browser.uninstallExtension('dxlens@dxlens.example');
  await expect.poll(() => card(page), { timeout: 5_000 }).toBeUndefined();
  await install();
  await expect.poll(hosts, { timeout: 5_000 }).toBe(0);
  await waitForMarks(page);
  await page.mouse.move(5, 5);
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  expect(thrown).toEqual([]);
});

function install(): Promise<string> {
  return firefox.browser.installExtension(resolve(process.env.DXLENS_FIREFOX_BUILD ?? '.output/firefox-mv3'));
}

function hosts(): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('dxlens-card').length);
}
