import { fileURLToPath } from 'node:url';
import type { CDPSession, Frame, Page, Worker } from '@playwright/test';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';
import { type Box, overlap, partsOf } from './places.ts';
import { chooseMenuItem } from './worker.ts';

let pages: Awaited<ReturnType<typeof serveDemo>>;
/** The same files at another origin. */
let others: Awaited<ReturnType<typeof serveDemo>>;

test.beforeAll(async () => {
  const folder = fileURLToPath(new URL('../pages/', import.meta.url));
  pages = await serveDemo(folder);
  others = await serveDemo(folder);
});

test.afterAll(async () => {
  await pages.close();
  await others.close();
});

/** Moves the pointer onto the end of a text in whichever frame it stands, and gives the text's place in the page. */
async function hoverInFrame(page: Page, text: string): Promise<Box> {
  for (const frame of page.frames()) {
    const found = frame.locator('p', { hasText: text }).first();
    if ((await found.count()) === 0) continue;
    const inFrame = await found.evaluate((element) => {
      const range = new Range();
      range.selectNodeContents(element);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    });
    const box = await inPage(frame, inFrame);
    const [x, y] = [box.x + box.width - 12, box.y + box.height / 2];
    // The way of a hand leads over the page around the frame.
    await page.mouse.move(5, 5);
    await page.mouse.move(x, y + 60);
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.move(x + 1, y);
    return box;
  }
  throw new Error(`no frame has ${text}`);
}

/** Where a box of a frame is in the page. (Playwright's own boxes leave zoom and transforms of frames out.) */
async function inPage(frame: Frame, box: Box): Promise<Box> {
  const around = frame.parentFrame();
  if (!around) return box;
  const inner = await frame.evaluate(() => innerWidth);
  const element = await frame.frameElement();
  const content = await element.evaluate((node) => {
    const frameElement = node as HTMLIFrameElement;
    const { x, y, width } = frameElement.getBoundingClientRect();
    const scale = width / frameElement.offsetWidth;
    const { paddingLeft, paddingTop } = getComputedStyle(frameElement);
    const left = frameElement.clientLeft + Number.parseFloat(paddingLeft);
    const top = frameElement.clientTop + Number.parseFloat(paddingTop);
    const within = frameElement.clientWidth - 2 * Number.parseFloat(paddingLeft);
    return { x: x + left * scale, y: y + top * scale, width: within * scale };
  });
  const scale = content.width / inner;
  return inPage(around, {
    x: content.x + box.x * scale,
    y: content.y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
}

/** How far two boxes are from one another. */
function gapBetween(a: Box, b: Box): number {
  const x = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0);
  const y = Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0);
  return Math.hypot(x, y);
}

/** In a frame, in one within it; in frames of processes of their own, sandboxed and from another origin. */
const IN_SMALL_FRAMES = ['G40.001', 'G40.009', 'G40.101', 'G40.209'];

for (const [how, style, codes] of [
  ['as they are', '', IN_SMALL_FRAMES],
  [
    'scrolled, with borders',
    'body { padding-top: 900px; height: 3000px } iframe { border: 20px solid; padding: 7px }',
    IN_SMALL_FRAMES,
  ],
  // From frames of other processes that are zoomed or scaled Chromium (156) reports no place on the screen that could
  // be relied on: they may show their cards themselves.
  ['zoomed', 'body { zoom: 1.25 }', ['G40.001', 'G40.009']],
  ['scaled', 'iframe { transform: scale(0.8) }', ['G40.001', 'G40.009']],
] as const) {
  test(`cards of small frames stand beside their codes in the top document: ${how}`, async ({ page }) => {
    for (const code of codes) {
      await page.goto(`${pages.url}frames.html?other=${encodeURIComponent(others.url)}`);
      await page.addStyleTag({ content: `${style} ` });
      await page.bringToFront();
      await waitForMarks(page);
      await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView({ block: 'center' }));
      const at = await hoverInFrame(page, code);
      await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')}\\b`));
      await expect.poll(async () => (await partsOf(page, 'tooltip')).length, code).toBe(1);
      const [card] = await partsOf(page, 'tooltip');
      if (!card) throw new Error('no card in the top document');
      expect(overlap(card.box, at), code).toBe(false);
      expect(gapBetween(card.box, at), code).toBeLessThan(12);
    }
  });
}

test('a card of a small frame stays while the pointer is in it, and goes when it has left', async ({
  page,
}) => {
  await page.goto(`${pages.url}frames.html`);
  await page.bringToFront();
  await waitForMarks(page);
  await hoverInFrame(page, 'G40.101');
  await waitForCard(page, /^G40\.101\b/);
  const [tooltip] = await partsOf(page, 'tooltip');
  if (!tooltip) throw new Error('no card in the top document');
  const { x, y } = tooltip.box;
  await page.mouse.move(x + 30, y + 40, { steps: 4 });
  await page.waitForTimeout(700);
  expect((await card(page))?.name).toMatch(/^G40\.101/);
  // Back into the frame, beside the code.
  await page.mouse.move(...(await inFrame(page)), { steps: 4 });
  await expect.poll(() => card(page)).toBeUndefined();
});

/** A point in the frame of `G40.101` that has no code, above the card. */
async function inFrame(page: Page): Promise<[number, number]> {
  const box = await page.locator('iframe[title="sandboxed with scripts"]').boundingBox();
  if (!box) throw new Error('no frame');
  return [box.x + box.width - 30, box.y + 8];
}

const CODES_IN_FRAMES = 'G40.001 G40.009 G40.011 G40.101 G40.111 G40.119 G40.201 G40.209'.split(' ');

test('cards open in every kind of frame', async ({ page }) => {
  for (const code of CODES_IN_FRAMES) {
    await page.goto(`${pages.url}frames.html?other=${encodeURIComponent(others.url)}`);
    await page.bringToFront();
    await waitForMarks(page);
    await hoverInFrame(page, code);
    await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')}\\b`));
  }
});

test('a frame has the card’s script only after the pointer has come upon a code in it', async ({
  page,
  openDemo,
}) => {
  await openDemo('index.html');
  const session = await page.context().newCDPSession(page);
  const hasCardScript = await extensionWorld(session);
  expect(await hasCardScript()).toBe(false);
  await hoverText(page, 'M43.2');
  await waitForCard(page, /^M43\.2\b/);
  expect(await hasCardScript()).toBe(true);
});

test('where the card’s script can’t be put, the popup answers what was asked for', async ({
  page,
  openDemo,
  worker,
  context,
}) => {
  const running = await worker();
  await openDemo('index.html');
  await running.evaluate(refuseInjections);
  try {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await hoverText(page, 'M43.2');
    await expect.poll(() => said.join('\n')).toContain('Dx Lens: the card can’t be shown in this frame');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await chooseMenuItem(running, await selectCode(page));
    await expect.poll(() => openPopups(running)).toContain('/popup.html');
    expect(await card(page)).toBeUndefined();
  } finally {
    await running.evaluate(allowInjections);
    for (const other of context.pages()) if (other.url().endsWith('/popup.html')) await other.close();
  }
});

/** Asks in the world of the content scripts, which the page does not see. */
async function extensionWorld(session: CDPSession): Promise<() => Promise<boolean>> {
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
      if (name.startsWith('Dx Lens')) resolve(id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await world;
  return async () => {
    const expression = "globalThis[Symbol.for('dxlens:parts')]?.card !== undefined";
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    return result.value;
  };
}

/** Selects a code in the page. */
function selectCode(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [highlight] = CSS.highlights.get('dxlens-billable') ?? [];
    if (!highlight) throw new Error('no billable code is marked');
    getSelection()?.setBaseAndExtent(
      highlight.startContainer,
      highlight.startOffset,
      highlight.endContainer,
      highlight.endOffset,
    );
    return String(getSelection());
  });
}

function openPopups(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
    return contexts.map(({ documentUrl }) => new URL(documentUrl).pathname);
  });
}

/** What a browser does whose user has withdrawn the permission for a site. Runs in the worker. */
function refuseInjections(): void {
  const { scripting } = chrome;
  scripting.original ??= scripting.executeScript;
  scripting.executeScript = () => Promise.reject(new Error('Missing host permission for the tab'));
}

function allowInjections(): void {
  const { scripting } = chrome;
  if (scripting.original) scripting.executeScript = scripting.original;
}

declare const chrome: {
  runtime: { getContexts(filter: object): Promise<{ documentUrl: string }[]> };
  scripting: { executeScript: () => Promise<unknown>; original?: () => Promise<unknown> };
};
