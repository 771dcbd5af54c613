import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boxOfPart } from '../../scripts/lib/card-firefox.ts';
import { card, type FirefoxWithExtension, hoverText, startFirefox, waitForCard } from './extension.ts';

let firefox: FirefoxWithExtension;

beforeAll(async () => {
  firefox = await startFirefox();
});

afterAll(async () => {
  await firefox?.close();
});

test('a card is pinned by its button, has the focus, and gives it back on Escape', async () => {
  const page = await firefox.openDemo('index.html');
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'field';
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  const pin = await boxOfPart(page, { role: 'button', name: 'Pin card' });
  if (!pin) throw new Error('no button');
  await page.mouse.move(pin.x + 10, pin.y + 10, { steps: 5 });
  await page.mouse.click(pin.x + 10, pin.y + 10);
  await expect.poll(async () => (await card(page))?.role).toBe('dialog');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
});

test('a page’s zoom and styles change neither size nor place of a card', async () => {
  const page = await firefox.openDemo('index.html');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = `* { --paper: red !important; font-size: 30px !important }
      dxlens-card { all: unset !important; display: none !important; transform: scale(0.1) !important }`;
    document.head.append(style);
    document.documentElement.style.zoom = '1.5';
    document.documentElement.dir = 'rtl';
  });
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  const box = await boxOfPart(page, { role: 'tooltip' });
  expect(box?.width).toBe(400);
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const { code, inFront, size } = await page.evaluate(
    (left, top) => {
      const [range] = CSS.highlights.get('dxlens-header') ?? [];
      const live = new Range();
      if (range) live.setStart(range.startContainer, range.startOffset);
      if (range) live.setEnd(range.endContainer, range.endOffset);
      const { left: from, top: above, right, bottom } = live.getBoundingClientRect();
      return {
        code: { from, above, right, bottom },
        inFront: document.elementFromPoint(left, top)?.localName,
        size: [document.documentElement.clientWidth, innerHeight] as const,
      };
    },
    x + width / 2,
    y + height / 2,
  );
  expect(inFront).toBe('dxlens-card');
  expect(x < code.right && code.from < x + width && y < code.bottom && code.above < y + height).toBe(false);
  expect(x >= 0 && y >= 0 && x + width <= size[0] && y + height <= size[1]).toBe(true);
});

test('the card of a code in a small frame stands beside it in the top document', async () => {
  const page = await firefox.openDemo('index.html');
  const frame = await page.evaluate(async () => {
    const made = document.createElement('iframe');
    made.srcdoc = '<p style="margin:10px">Dx G40.101</p>';
    made.style.cssText = 'position:fixed;left:300px;top:200px;width:300px;height:50px;border:3px solid';
    document.body.append(made);
    await new Promise((resolve) => made.addEventListener('load', resolve));
    return { x: 303, y: 203 };
  });
  // Until the frame has its reader, and has marked the code.
  await expect
    .poll(
      async () => {
        await page.mouse.move(frame.x - 60, frame.y + 150);
        await page.mouse.move(frame.x + 60, frame.y + 19, { steps: 8 });
        await new Promise((resolve) => setTimeout(resolve, 600));
        return (await card(page))?.name;
      },
      { timeout: 15_000 },
    )
    .toMatch(/^G40\.101 /);
  const box = await boxOfPart(page, { role: 'tooltip' });
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const [across, down] = [
    Math.max(x - frame.x - 60, frame.x + 60 - x - width, 0),
    Math.max(y - frame.y - 19, frame.y + 19 - y - height, 0),
  ];
  const distance = Math.hypot(across, down);
  expect(distance).toBeGreaterThan(0);
  expect(distance).toBeLessThan(60);
});

test('a page that takes the host away gets it back a few times', async () => {
  const page = await firefox.openDemo('index.html');
  await page.evaluate(() => {
    const seen = { came: 0 };
    Object.assign(window, { seen });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.localName === 'dxlens-card') {
            seen.came++;
            node.remove();
          }
    }).observe(document.documentElement, { childList: true });
  });
  for (const code of ['M43.2', 'E11.9', 'M43.2']) {
    await hoverText(page, code);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  expect(await hostsSeen(page)).toBe(4);
});

function hostsSeen(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { seen: { came: number } }).seen.came);
}
