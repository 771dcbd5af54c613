import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pause } from '../../scripts/lib/card.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { CASES, expectedOf, FIELDS } from '../pages/cases.ts';
import { markedTexts } from '../pages/read-marks.ts';
import { card, type FirefoxWithExtension, startFirefox, waitForCard } from './extension.ts';

let firefox: FirefoxWithExtension;
/** The folder twice: the second port is another origin. */
let pages: Awaited<ReturnType<typeof serveDemo>>[] = [];

beforeAll(async () => {
  firefox = await startFirefox();
  const folder = fileURLToPath(new URL('../pages/', import.meta.url));
  pages = await Promise.all([serveDemo(folder), serveDemo(folder)]);
});

afterAll(async () => {
  await firefox?.close();
  for (const server of pages) await server.close();
});

async function open(file: string): Promise<Page> {
  const [own, other] = pages.map(({ url }) => url);
  const page = await firefox.browser.newPage();
  await page.goto(`${own}${file}?other=${other}`);
  return page;
}

test.each(CASES)('$name', async (one) => {
  const page = await open(one.page);
  for (const { step, marks } of expectedOf(one)) {
    if (step) await page.evaluate(`steps.${step}()`);
    await expect
      .poll(() => markedTexts(page), { message: `after ${step ?? 'reading'}`, timeout: 5000, interval: 100 })
      .toEqual(marks);
  }
  await page.close();
});

test('marks that the page clears are back within two seconds', async () => {
  const page = await open('living.html');
  await expect.poll(() => markedTexts(page), { timeout: 5000 }).toContain('E11.9');
  await page.evaluate('steps.clear()');
  expect(await markedTexts(page)).toEqual([]);
  await expect.poll(() => markedTexts(page), { timeout: 2000, interval: 100 }).toContain('E11.9');
  await page.close();
});

test('the code in a form field has a card under the pointer, a password never has', async () => {
  const page = await open('layouts.html');
  await expect.poll(() => markedTexts(page), { timeout: 5000 }).toContain('E11.65');
  for (const [id, code] of Object.entries(FIELDS)) {
    await page.mouse.move(1100, 5);
    await expect.poll(() => card(page)).toBeUndefined();
    const box = await page.$eval(`#${id}`, (field) => {
      field.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y } = field.getBoundingClientRect();
      return { x, y };
    });
    await page.mouse.move(box.x + 30, box.y + 10, { steps: 8 });
    await pause(30);
    await page.mouse.move(box.x + 31, box.y + 10);
    if (code) await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')}\\b`));
    else {
      await pause(500);
      expect(await card(page)).toBeUndefined();
    }
  }
  await page.close();
});
