import { fileURLToPath } from 'node:url';
import { pause } from '../../scripts/lib/card.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { CASES, expectedOf, FIELDS } from '../pages/cases.ts';
import { markedTexts } from '../pages/read-marks.ts';
import { card, expect, test, waitForCard } from './extension.ts';

/** The folder twice: the second port is another origin. */
let pages: Awaited<ReturnType<typeof serveDemo>>[] = [];

test.beforeAll(async () => {
  const folder = fileURLToPath(new URL('../pages/', import.meta.url));
  pages = await Promise.all([serveDemo(folder), serveDemo(folder)]);
});

test.afterAll(async () => {
  for (const server of pages) await server.close();
});

test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

function addressOf(page: string): string {
  const [own, other] = pages.map(({ url }) => url);
  // By its name the second is another site, too, which Chromium runs in a process of its own.
  return `${own}${page}?other=${other?.replace('127.0.0.1', 'localhost')}`;
}

for (const one of CASES) {
  test(one.name, async ({ page }) => {
    await page.goto(addressOf(one.page));
    for (const { step, marks } of expectedOf(one)) {
      if (step) await page.evaluate(`steps.${step}()`);
      await expect
        .poll(() => markedTexts(page), { message: `after ${step ?? 'reading'}`, intervals: [50, 100] })
        .toEqual(marks);
      // Nothing more comes, and nothing goes.
      if (!step) await pause(300);
      expect(await markedTexts(page)).toEqual(marks);
    }
  });
}

test('marks that the page clears are back within two seconds', async ({ page }) => {
  await page.goto(addressOf('living.html'));
  await expect.poll(() => markedTexts(page)).toContain('E11.9');
  await page.evaluate('steps.clear()');
  expect(await markedTexts(page)).toEqual([]);
  await expect.poll(() => markedTexts(page), { timeout: 2000, intervals: [100] }).toContain('E11.9');
});

test('each part of a code that is split over elements has its card', async ({ page }) => {
  await page.goto(addressOf('layouts.html'));
  await expect.poll(() => markedTexts(page)).toContain('E11.65');
  for (const part of ['p > b', 'p > i']) {
    await page.mouse.move(1100, 5);
    await expect.poll(() => card(page)).toBeUndefined();
    const box = await page.locator(part).first().boundingBox();
    if (!box) throw new Error(`${part} is not shown`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    await waitForCard(page, /^E11\.65\b/);
  }
});

test('the code in a form field has a card under the pointer, a password never has', async ({ page }) => {
  await page.goto(addressOf('layouts.html'));
  await expect.poll(() => markedTexts(page)).toContain('E11.65');
  for (const [id, code] of Object.entries(FIELDS)) {
    await page.mouse.move(1100, 5);
    await expect.poll(() => card(page)).toBeUndefined();
    const box = await page.locator(`#${id}`).boundingBox();
    if (!box) throw new Error(`the field ${id} is not shown`);
    await page.mouse.move(box.x + 30, box.y + 10, { steps: 8 });
    await pause(30);
    await page.mouse.move(box.x + 31, box.y + 10);
    if (code) await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')}\\b`));
    else {
      await pause(500);
      expect(await card(page)).toBeUndefined();
    }
  }
});
