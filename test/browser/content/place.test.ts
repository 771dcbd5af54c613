import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { placeBeside } from '../../../entrypoints/content/card/place';
import { show, the } from '../page';

const area = () => new DOMRect(0, 0, document.documentElement.clientWidth, window.innerHeight);

/** The card's frame as `host.css` has it, with content of a height. */
function frameOf(height: number): HTMLElement {
  const frame = document.createElement('div');
  frame.style.cssText =
    'position:fixed;inset:0 auto auto 0;box-sizing:border-box;inline-size:min(400px,100vw - 16px);' +
    'max-block-size:min(480px,100vh - 16px);overflow:auto;border:1px solid';
  const content = document.createElement('div');
  content.style.blockSize = `${height}px`;
  frame.append(content);
  document.body.append(frame);
  return frame;
}

async function place(selector: string, height: number): Promise<{ card: DOMRect; code: DOMRect }> {
  const element = the(selector);
  const frame = frameOf(height);
  await placeBeside(frame, { element, rects: () => [...element.getClientRects()] }, area());
  return { card: frame.getBoundingClientRect(), code: element.getBoundingClientRect() };
}

const overlaps = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = ({ left, top, right, bottom }: DOMRect) =>
  left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;

const PROSE = 'The patient was seen for a fracture of the forearm and for diabetes of type two, ';
const at = (x: number, y: number, before: string) =>
  `<p style="position:absolute;left:${x}px;top:${y}px;margin:0;white-space:nowrap"><span>${before}</span><b id="code">E11.9</b></p>`;

beforeEach(() => page.viewport(1200, 800));

describe('the card', () => {
  const places = [0, 0.25, 0.5, 0.75, 1].flatMap((x) => [0, 0.5, 1].map((y) => [x, y] as const));

  it.each([
    [1200, 800, 480],
    [1200, 800, 120],
    [800, 600, 480],
    [640, 480, 300],
    [500, 900, 480],
    [500, 400, 480],
    [320, 200, 480],
  ])('never covers the code and stays in a viewport of %i by %i, %i high', async (width, height, tall) => {
    await page.viewport(width, height);
    for (const [x, y] of places) {
      show(at(x * (width - 60), y * (height - 24), ''));
      const { card, code } = await place('#code', tall);
      const where = `code at ${Math.round(code.left)},${Math.round(code.top)}`;
      expect(overlaps(card, code), where).toBe(false);
      expect(isInside(card), where).toBe(true);
    }
  });

  it('stands below the line in prose, so that the line can be read on', async () => {
    show(`<p style="margin:100px 40px;width:700px">${PROSE}<b id="code">E11.9</b>, ${PROSE}</p>`);
    const { card, code } = await place('#code', 200);
    expect(card.top).toBeGreaterThanOrEqual(code.bottom);
    expect(card.top - code.bottom).toBeLessThan(20);
  });

  it('stands above the line in prose at the end of the viewport', async () => {
    show(
      `<p style="position:fixed;bottom:0;left:40px;width:700px">${PROSE}<b id="code">E11.9</b>, ${PROSE}</p>`,
    );
    const { card, code } = await place('#code', 200);
    expect(card.bottom).toBeLessThanOrEqual(code.top);
  });

  it('stands beside a column, so that the next code stays in reach', async () => {
    show(
      '<table style="margin:100px"><tr><td id="code">E11.9</td></tr><tr><td id="next">I50.22</td></tr></table>',
    );
    const { card, code } = await place('#code', 200);
    expect(card.left).toBeGreaterThanOrEqual(code.right);
    expect(overlaps(card, the('#next').getBoundingClientRect())).toBe(false);
  });

  it('stands on the other side of a column at the right edge', async () => {
    show('<table style="position:absolute;right:0;top:100px"><tr><td id="code">E11.9</td></tr></table>');
    const { card, code } = await place('#code', 200);
    expect(card.right).toBeLessThanOrEqual(code.left);
  });

  it('is cut in height rather than leave the viewport', async () => {
    await page.viewport(1200, 300);
    show(`<p style="margin:140px 40px;width:1100px">${PROSE}<b id="code">E11.9</b>, ${PROSE}</p>`);
    const { card, code } = await place('#code', 480);
    expect(isInside(card)).toBe(true);
    expect(overlaps(card, code)).toBe(false);
  });

  it('covers no line of a code that is wrapped', async () => {
    show(
      `<p style="margin:100px 40px;width:200px">${PROSE}<b id="code" style="word-break:break-all">${'E11.9'.repeat(8)}</b>, ${PROSE}</p>`,
    );
    const element = the('#code');
    const { card } = await place('#code', 200);
    for (const line of element.getClientRects()) expect(overlaps(card, line)).toBe(false);
  });

  it('stays where it is when its code has gone', async () => {
    show('<p id="code" style="margin:100px">E11.9</p>');
    const frame = frameOf(200);
    const element = the('#code');
    await placeBeside(frame, { element, rects: () => [...element.getClientRects()] }, area());
    const before = frame.getBoundingClientRect();
    element.remove();
    await placeBeside(frame, { element, rects: () => [...element.getClientRects()] }, area());
    expect(frame.getBoundingClientRect().x).toBe(before.x);
    expect(frame.getBoundingClientRect().y).toBe(before.y);
  });
});
