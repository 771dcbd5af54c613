import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pause } from '../../scripts/lib/card.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { CASES, expectedOf, FIELDS } from '../pages/cases.ts';
import { markedTexts } from '../pages/read-marks.ts';
import { stateOfPage, watch, whatWasSeen } from '../pages/watch.ts';
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

async function open(file: string, isWatched = false): Promise<Page> {
  const [own, other] = pages.map(({ url }) => url);
  const page = await firefox.browser.newPage();
  if (isWatched) {
    await page.evaluateOnNewDocument(`window.stateOfPage = ${stateOfPage}`);
    await page.evaluateOnNewDocument(watch, 'dxlens@dxlens.example:content:wxt:content-script-started');
  }
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

test('each part of a code that is split over elements has its card', async () => {
  const page = await open('layouts.html');
  await expect.poll(() => markedTexts(page), { timeout: 5000 }).toContain('E11.65');
  for (const part of ['p > b', 'p > i']) {
    await page.mouse.move(1100, 5);
    await expect.poll(() => card(page)).toBeUndefined();
    const { x, y } = await middleOf(page, part);
    await page.mouse.move(x, y, { steps: 8 });
    await waitForCard(page, /^E11\.65\b/);
  }
  await page.close();
});

test.each([
  ['layouts.html', 'E11.65', 'dd'],
  ['shadow.html', 'E78.2', null],
  ['hidden.html', 'E03.9', 'p'],
  ['living.html', 'K22.2', '#note'],
])('a page sees nothing of us but the host of the card: %s', async (file, first, hovered) => {
  const page = await open(file, true);
  await expect.poll(() => markedTexts(page), { timeout: 5000 }).toContain(first);
  // Longer than whatever looks once a second.
  await pause(1200);
  if (hovered) {
    const { x, y } = await page.evaluate(placeOfMarkIn, hovered);
    await page.mouse.move(x, y, { steps: 8 });
    await expect.poll(() => card(page), { timeout: 5000 }).toBeDefined();
  }
  const { seen, before, after } = await page.evaluate(whatWasSeen);
  expect(after).toEqual(before);
  // The tab gets the focus as it opens.
  const others = seen.filter((line) => !/^event focus (?:window|#document)$/.test(line));
  expect(others).toEqual(hovered ? ['childList HTML +DXLENS-CARD'] : []);
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

function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

/** Runs in the page: the middle of the first mark in an element. */
function placeOfMarkIn(selector: string): { x: number; y: number } {
  for (const [, highlight] of CSS.highlights) {
    for (const part of highlight) {
      if (!document.querySelector(selector)?.contains(part.startContainer)) continue;
      const range = new Range();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
  }
  throw new Error(`nothing is marked in ${selector}`);
}
