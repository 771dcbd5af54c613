import type { Page } from '@playwright/test';

/** Moves the mouse onto a button of the card, found in the accessibility tree, and clicks. */
export async function clickInCard(page: Page, name: RegExp): Promise<void> {
  const { x, y } = await placeOfButton(page, name);
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.click(x, y);
}

/** The middle of a button of the card, in CSS pixels. */
async function placeOfButton(page: Page, name: RegExp): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const button = nodes.find((node) => node.role?.value === 'button' && name.test(String(node.name?.value)));
  if (!button?.backendDOMNodeId) throw new Error(`the card has no button ${name}`);
  const { backendDOMNodeId: backendNodeId } = button;
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  await session.detach();
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
