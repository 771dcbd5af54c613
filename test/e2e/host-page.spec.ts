import type { Page } from '@playwright/test';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';

/** Watches from before the first script of the page: everything that a page can see of its own document. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    addEventListener('DOMContentLoaded', () => {
      // The parser's own work is over; whatever changes now, somebody changes.
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
          const nodes = [...addedNodes, ...removedNodes].map(({ nodeName }) => nodeName).join(' ');
          seen.push(`${type} ${target.nodeName} ${nodes || attributeName}`);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      for (const type of [
        'focusin',
        'focusout',
        'selectionchange',
        'input',
        'change',
        'copy',
        'message',
        'scroll',
      ]) {
        addEventListener(type, () => seen.push(`event ${type}`), { capture: true });
      }
    });
  });
}

const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test('marking and explaining change nothing in the page but for the card’s host', async ({
  page,
  openDemo,
}) => {
  await watch(page);
  await openDemo('claims.html');
  expect(await seenBy(page)).toEqual([]);

  const before = await page.evaluate(() => document.body.outerHTML);
  await openDemo('index.html');
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  await hoverText(page, 'E11.9');
  await waitForCard(page, /^E11\.9\b/);
  await page.mouse.move(600, 5, { steps: 5 });
  await expect.poll(() => card(page)).toBeUndefined();
  expect(await seenBy(page)).toEqual(['childList HTML DXLENS-CARD']);
  expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('BODY');
  await openDemo('claims.html');
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
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
  const spot = await replacementAt(page);
  await page.mouse.move(spot.x, spot.y, { steps: 5 });
  await page.mouse.click(spot.x, spot.y);
  await waitForCard(page, /^M43\.2\d Billable/);
  expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('INPUT');
});

/** Where the first replacement code of the open card stands, read from the accessibility tree. */
async function replacementAt(page: Page): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const button = nodes.find(
    (node) => node.role?.value === 'button' && /^M43\.20 /.test(String(node.name?.value)),
  );
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button?.backendDOMNodeId ?? 0 });
  await session.detach();
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
