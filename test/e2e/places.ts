import type { Frame, Page } from '@playwright/test';

/** In CSS pixels of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node in the closed root of the card's host, as the browser tells assistive technology. */
export interface Part {
  readonly role: string;
  readonly name: string;
  readonly box: Box;
}

/** The shown nodes of the given roles in the top frame, in reading order. */
export async function partsOf(page: Page, ...roles: string[]): Promise<Part[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const found: Part[] = [];
    for (const { role, name, ignored, backendDOMNodeId } of nodes) {
      if (ignored || !roles.includes(String(role?.value)) || backendDOMNodeId === undefined) continue;
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
      const [x = 0, y = 0, , , right = 0, bottom = 0] = model.border;
      const box = { x, y, width: right - x, height: bottom - y };
      found.push({ role: String(role?.value), name: String(name?.value), box });
    }
    return found;
  } finally {
    await session.detach();
  }
}

/** Clicks the button of a card, with the pointer coming from where it is. */
export async function clickButton(page: Page, name: string): Promise<void> {
  const found = (await partsOf(page, 'button')).find((part) => part.name === name);
  if (!found) throw new Error(`no button "${name}" is shown`);
  const { x, y } = middleOf(found.box);
  await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.click(x, y);
}

export function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Where a marked code stands in its frame, found without a call that the page could see. */
export function markBox(page: Page | Frame, code: string): Promise<Box | null> {
  return page.evaluate((wanted) => {
    for (const [, highlight] of CSS.highlights) {
      for (const part of highlight) {
        const range = new Range();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        if (range.toString() !== wanted) continue;
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
    }
    return null;
  }, code);
}
