import { pause } from './card.ts';

/** A place in the viewport, in CSS pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What Playwright's and Puppeteer's pages have in common. */
interface PointerPage {
  evaluate(run: (text: string) => Spot | undefined, text: string): Promise<Spot | undefined>;
  mouse: { move(x: number, y: number, options?: { steps?: number }): Promise<void> };
}

/**
 * Scrolls a text into view and moves the mouse onto it, in steps and then at rest, as a hand does: the
 * extension shows nothing to a pointer that rushes by.
 * @param text a whole word: `M43.2` does not find `M43.20`; it may be spread over inline elements
 * @throws when the page's visible text does not hold it
 */
export async function hoverText(page: PointerPage, text: string): Promise<void> {
  const spot = await page.evaluate(findText, text);
  if (!spot) throw new Error(`The page has no visible text "${text}".`);
  await page.mouse.move(spot.x - 60, spot.y + 40);
  await page.mouse.move(spot.x, spot.y, { steps: 12 });
  await pause(30);
  await page.mouse.move(spot.x + 1, spot.y);
}

/**
 * Runs in the page: the middle of the first line of the text.
 * It must not name functions or classes inside: esbuild would call a helper that the page does not have.
 */
function findText(text: string): Spot | undefined {
  const pattern = new RegExp(`(?<![\\w.])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let nodes: Text[] = [];
  let block: Element | null | undefined;
  for (let more = true; more; ) {
    more = walker.nextNode() !== null;
    let owner = more ? walker.currentNode.parentElement : null;
    while (owner && getComputedStyle(owner).display.startsWith('inline')) owner = owner.parentElement;
    if (owner !== block) {
      // A block has ended: look for the text in it.
      const found = pattern.exec(nodes.map((node) => node.data).join(''));
      if (found) {
        const range = new Range();
        let start = found.index;
        let end = found.index + text.length;
        let started = false;
        for (const node of nodes) {
          if (!started && start < node.length) {
            range.setStart(node, start);
            started = true;
          }
          if (end <= node.length) {
            range.setEnd(node, end);
            break;
          }
          start -= node.length;
          end -= node.length;
        }
        range.startContainer.parentElement?.scrollIntoView({
          block: 'center',
          inline: 'center',
          behavior: 'instant',
        });
        const rect = [...range.getClientRects()].find((box) => box.width > 0 && box.height > 0);
        if (rect) return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
      }
      nodes = [];
      block = owner;
    }
    if (more) nodes.push(walker.currentNode as Text);
  }
  return undefined;
}
