import type { Page } from '@playwright/test';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';
import { clickButton, middleOf, partsOf } from './places.ts';

const dialogs = async (page: Page) => (await partsOf(page, 'dialog')).map(({ name }) => name.split(' ')[0]);

async function pin(page: Page, code: string): Promise<void> {
  await hoverText(page, code);
  await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')}\\b`));
  await clickButton(page, 'Pin card');
  await expect.poll(() => dialogs(page)).toContain(code);
}

test('a card is pinned by its button, stays through scrolling and clicks, and closes by Escape', async ({
  page,
  openDemo,
}) => {
  await openDemo('index.html');
  await pin(page, 'M43.2');
  await page.mouse.wheel(0, 300);
  await page.mouse.click(5, 5);
  await page.waitForTimeout(500);
  expect(await dialogs(page)).toEqual(['M43.2']);
  const [dialog] = await partsOf(page, 'dialog');
  await page.mouse.click((dialog?.box.x ?? 0) + 40, (dialog?.box.y ?? 0) + 12);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs(page)).toEqual([]);
});

test('Escape after pinning closes the card and gives the focus back to the page', async ({
  page,
  openDemo,
}) => {
  await openDemo('index.html');
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'field';
    document.body.prepend(field);
    field.focus();
  });
  await pin(page, 'M43.2');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
});

test('the key pins the card under the pointer', async ({ page, openDemo, worker }) => {
  await openDemo('index.html');
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  await (await worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('pin-card', tab);
  });
  await expect.poll(() => dialogs(page)).toEqual(['M43.2']);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs(page)).toEqual([]);
});

test('several are pinned at once in one host, beside one at hover, and each has its own close button', async ({
  page,
  openDemo,
}) => {
  await openDemo('index.html');
  await pin(page, 'M43.2');
  await pin(page, 'E11.9');
  expect((await dialogs(page)).toSorted()).toEqual(['E11.9', 'M43.2']);
  expect(await page.evaluate(() => document.querySelectorAll('dxlens-card').length)).toBe(1);
  await clickButton(page, 'Close');
  await expect.poll(async () => (await dialogs(page)).length).toBe(1);
  await clickButton(page, 'Close');
  await expect.poll(() => card(page)).toBeUndefined();
});

test('it is dragged by its bar and moved by the arrow keys, and does not leave the viewport', async ({
  page,
  openDemo,
}) => {
  await page.setViewportSize({ width: 1000, height: 1000 });
  await openDemo('index.html');
  await pin(page, 'M43.2');
  const place = async () => (await partsOf(page, 'dialog'))[0]?.box;
  const before = await place();
  const [found] = (await partsOf(page, 'button')).filter(({ name }) => name.startsWith('Move card'));
  if (!found) throw new Error('no handle');
  const handle = middleOf(found.box);
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  await page.mouse.move(handle.x + 120, handle.y + 60, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(handle.x, handle.y + 200, { steps: 5 });
  expect(await place()).toMatchObject({ x: (before?.x ?? 0) + 120, y: (before?.y ?? 0) + 60 });

  await page.mouse.move(handle.x + 120, handle.y + 60);
  await page.mouse.down();
  await page.mouse.move(2000, 2000, { steps: 5 });
  await page.mouse.up();
  const low = await place();
  expect((low?.x ?? 0) + (low?.width ?? 0)).toBeLessThanOrEqual(1000);
  expect((low?.y ?? 0) + (low?.height ?? 0)).toBeLessThanOrEqual(1000);

  // The click has left the focus on the handle.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await place()).toMatchObject({ x: (low?.x ?? 0) - 20, y: (low?.y ?? 0) - 100 });

  await page.setViewportSize({ width: 600, height: 500 });
  await expect
    .poll(async () => {
      const now = await place();
      return [(now?.x ?? 0) + (now?.width ?? 0) <= 600, (now?.y ?? 0) + (now?.height ?? 0) <= 500];
    })
    .toEqual([true, true]);
});

test('the side panel opens with the code of the card', async ({ page, openDemo, worker, context }) => {
  await openDemo('index.html');
  await hoverText(page, 'E11.9');
  await waitForCard(page, /^E11\.9\b/);
  await clickButton(page, 'Open in side panel');
  const running = await worker();
  await expect
    .poll(() =>
      running.evaluate(async () => {
        const panels = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
        return panels.length;
      }),
    )
    .toBe(1);
  await expect
    .poll(() => running.evaluate(async () => (await chrome.storage.session.get('panelQuery')).panelQuery))
    .toBeUndefined();
  expect(context.pages().filter((one) => one.url().endsWith('sidepanel.html'))).toEqual([]);
});

declare const chrome: {
  tabs: { query(query: object): Promise<unknown[]> };
  commands: { onCommand: { dispatch(...parameters: unknown[]): void } };
  runtime: { getContexts(filter: object): Promise<object[]> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};
