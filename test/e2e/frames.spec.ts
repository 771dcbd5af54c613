import { fileURLToPath } from 'node:url';
import type { CDPSession, Page, Worker } from '@playwright/test';
import { serveDemo } from '../../scripts/lib/demo-server.ts';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';
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

/** Moves the pointer onto a text in whichever frame it stands. */
async function hoverInFrame(page: Page, text: string): Promise<void> {
  for (const frame of page.frames()) {
    const found = frame.locator('p', { hasText: text }).first();
    if ((await found.count()) === 0) continue;
    const box = await found.boundingBox();
    if (!box) throw new Error(`${text} is not shown`);
    const width = await found.evaluate((element) => {
      const range = new Range();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().width;
    });
    const [x, y] = [box.x + width - 12, box.y + box.height / 2];
    await page.mouse.move(x, y + 60);
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.move(x + 1, y);
    return;
  }
  throw new Error(`no frame has ${text}`);
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
  await running.evaluate(refuseInjections);
  try {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await openDemo('index.html');
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
    const expression = "Symbol.for('dxlens:make-card') in globalThis";
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
