import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { pause } from '../../scripts/lib/card.ts';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { markedTexts } from '../pages/read-marks.ts';
import { stateOfPage, watch, whatWasSeen } from '../pages/watch.ts';
import { clickInCard } from './card-button.ts';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';

/** What a page may see of us: the card's host, once. */
const CARD_CAME = 'childList HTML +DXLENS-CARD';

let pages: Awaited<ReturnType<typeof serveDemo>>;

test.beforeAll(async () => {
  pages = await serveDemo(fileURLToPath(new URL('../pages/', import.meta.url)));
});

test.afterAll(async () => {
  await pages.close();
});

/** Opens a test page, watched from before its first script, and waits for a mark. */
async function openWatched(page: Page, file: string, mark: string, extensionId: string): Promise<void> {
  await page.addInitScript(`window.stateOfPage = ${stateOfPage}`);
  await page.addInitScript(watch, `${extensionId}:content:wxt:content-script-started`);
  await page.goto(`${pages.url}${file}`);
  await expect.poll(() => markedTexts(page)).toContain(mark);
}

/** What the page has seen since it was watched. That its state is as it was is expected on the way. */
async function seenBy(page: Page): Promise<string[]> {
  const { seen, before, after } = await page.evaluate(whatWasSeen);
  expect(after).toEqual(before);
  return seen;
}

for (const [file, first] of [
  ['layouts.html', 'E11.65'],
  ['shadow.html', 'E78.2'],
  ['hidden.html', 'E03.9'],
  ['living.html', 'K22.2'],
] as const) {
  test(`a page sees nothing of its being read: ${file}`, async ({ page, extensionId }) => {
    await openWatched(page, file, first, extensionId);
    // Longer than whatever looks once a second.
    await pause(1200);
    expect(await seenBy(page)).toEqual([]);
  });
}

test('a page sees of cards only that their host has come', async ({ page, extensionId }) => {
  await openWatched(page, 'layouts.html', 'E11.65', extensionId);
  await page.mouse.move(1100, 5);
  for (const code of ['J44\u00ad.1', 'K219', 'L03.115']) {
    const { x, y } = await placeOf(page, code);
    await page.mouse.move(x - 40, y + 30);
    await page.mouse.move(x, y, { steps: 8 });
    await waitForCard(page, new RegExp(`^${code.slice(0, 3)}`));
    await page.mouse.move(1100, 5, { steps: 4 });
    await expect.poll(() => card(page)).toBeUndefined();
  }
  // Playwright's own locators would call what is patched.
  const { x, y } = await page.evaluate(
    () => document.querySelector('input')?.getClientRects()[0] ?? new DOMRect(),
  );
  await page.mouse.move(x + 30, y + 10, { steps: 8 });
  await waitForCard(page, /^E66\.9\b/);
  expect(await seenBy(page)).toEqual([CARD_CAME]);
});

test('focus and selection stay where the user has put them', async ({ page, extensionId }) => {
  await openWatched(page, 'layouts.html', 'E11.65', extensionId);
  await page.evaluate(() => {
    const field = document.getElementById('textarea') as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(4, 7);
    const { watched, stateOfPage: state } = window as unknown as {
      watched: { seen: string[]; before: unknown };
      stateOfPage: () => unknown;
    };
    watched.before = state();
  });
  // The events of the selection itself.
  await pause(100);
  await page.evaluate(() => {
    (window as unknown as { watched: { seen: string[] } }).watched.seen.length = 0;
  });
  const { x, y } = await placeOf(page, 'K219');
  await page.mouse.move(x, y, { steps: 8 });
  await waitForCard(page, /^K21\.9\b/);
  await page.mouse.move(1100, 5, { steps: 4 });
  await expect.poll(() => card(page)).toBeUndefined();
  expect(await seenBy(page)).toEqual([CARD_CAME]);
});

test('in an open dialog the host goes into the dialog', async ({ page, extensionId }) => {
  await openWatched(page, 'hidden.html', 'E03.9', extensionId);
  await page.evaluate('steps.dialog()');
  await expect.poll(() => markedTexts(page)).toContain('E61.1');
  await page.evaluate(() => {
    (window as unknown as { watched: { seen: string[] } }).watched.seen.length = 0;
  });
  const { x, y } = await placeOf(page, 'E61.1');
  await page.mouse.move(x, y, { steps: 8 });
  await waitForCard(page, /^E61\.1\b/);
  const seen = await page.evaluate(() => (window as unknown as { watched: { seen: string[] } }).watched.seen);
  expect(seen).toEqual(['childList DIALOG +DXLENS-CARD']);
});

test('a click on a code in a hover card leaves focus and selection in the page', async ({
  page,
  openDemo,
}) => {
  await openDemo('index.html');
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
  });
  await hoverText(page, 'M43.2');
  const { text } = await waitForCard(page, /^M43\.2\b/);
  expect(text).toContain('M43.20');
  await clickInCard(page, /^M43\.20 /);
  await waitForCard(page, /^M43\.2\d Billable/);
  expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('INPUT');
});

/** The middle of a mark, found without a call that the page could see. */
function placeOf(page: Page, code: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    for (const [, highlight] of CSS.highlights) {
      for (const part of highlight) {
        const range = new Range();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        if (range.toString() !== wanted) continue;
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    throw new Error(`${wanted} is not marked`);
  }, code);
}
