import type { Page } from '@playwright/test';
import { expect, test, waitForCard } from './extension.ts';
import { type Box, clickButton, markBox, middleOf, overlap, partsOf } from './places.ts';

const VIEWPORT = { width: 1000, height: 800 };

interface Hostile {
  readonly head?: string;
  readonly body?: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a page that has one code below each other, and works against us. */
async function open(
  page: Page,
  demo: string,
  { head = '', body = '', html = '', headers = {} }: Hostile,
): Promise<void> {
  const answer = `<!doctype html><html lang="en" ${html}><head><title>Test</title>${head}</head><body>
    <p>Dx E11.9 type 2 diabetes, and further words that make a line of prose of it</p>
    ${body}</body></html>`;
  await page.setViewportSize(VIEWPORT);
  await page.route('**/hostile', (route) =>
    route.fulfill({ contentType: 'text/html', body: answer, headers }),
  );
  await page.goto(new URL('hostile', demo).href);
  await page.bringToFront();
  await expect.poll(() => markBox(page, 'E11.9'), { timeout: 10_000 }).not.toBeNull();
}

/** Moves the pointer onto the code, and gives where it and its card stand. */
async function hover(page: Page, code = 'E11.9'): Promise<{ card: Box; code: Box }> {
  let at: Box | null = null;
  await expect
    .poll(async () => {
      at = await markBox(page, code);
      return at;
    })
    .not.toBeNull();
  if (!at) throw new Error(`${code} is not marked`);
  const { x, y } = middleOf(at);
  await page.mouse.move(x + 30, y + 2);
  await page.mouse.move(x, y, { steps: 6 });
  await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')} `));
  const [card] = await partsOf(page, 'tooltip');
  if (!card) throw new Error('no card');
  return { card: card.box, code: at };
}

/** What every card has to be: beside its code, inside the viewport, in front. */
async function expectWellPlaced(page: Page, card: Box, code: Box): Promise<void> {
  const { width, height } = page.viewportSize() ?? VIEWPORT;
  expect(overlap(card, code)).toBe(false);
  expect(card.x >= 0 && card.y >= 0 && card.x + card.width <= width && card.y + card.height <= height).toBe(
    true,
  );
  expect(await isInFront(page, card)).toBe(true);
}

/** The upper part of a card as it is painted, without its rounded corners. */
async function pictureOf(page: Page, { x, y, width }: Box): Promise<string> {
  // Not the button that the pointer could be on.
  await page.mouse.move(1, 1);
  await page.mouse.move(x + 20, y + 150);
  const picture = await page.screenshot({ clip: { x: x + 8, y: y + 8, width: width - 16, height: 180 } });
  return picture.toString('base64');
}

const CASES: readonly (readonly [string, Hostile])[] = [
  [
    'a content security policy that allows nothing',
    {
      headers: {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    },
  ],
  ['all: unset for all', { head: '<style>* { all: unset !important }</style>' }],
  [
    'rules for all elements and for the host itself',
    {
      head: `<style>
        * { font: italic 40px cursive !important; color: red !important; letter-spacing: 5px !important;
            text-transform: uppercase !important; line-height: 3 !important; transition: all 5s !important;
            --paper: red !important; --ink: red !important; --size: 40px !important; --font: cursive !important; }
        dxlens-card { display: none !important; opacity: 0 !important; visibility: hidden !important;
            transform: scale(0.2) !important; filter: blur(9px) !important; clip-path: inset(50%) !important;
            pointer-events: none !important; zoom: 3 !important; position: static !important; }
        dxlens-card::backdrop { background: red !important; pointer-events: auto !important; }
        p { font: 16px sans-serif !important; line-height: 1.3 !important; letter-spacing: 0 !important }
      </style>`,
    },
  ],
  ['a root font of 62.5%', { html: 'style="font-size: 62.5%"' }],
  ['a root font of 40 px', { html: 'style="font-size: 40px"' }],
  ['CSS zoom of the root', { html: 'style="zoom: 1.5"' }],
  ['CSS zoom that makes the root smaller', { html: 'style="zoom: 0.6"' }],
  ['CSS zoom of the body', { head: '<style>body { zoom: 2 }</style>' }],
  [
    'a root that is turned and filtered',
    { html: 'style="transform: rotate(1deg); filter: invert(1); opacity: 0.9"' },
  ],
  ['a page that is read from right to left', { html: 'dir="rtl"' }],
  ['vertical writing', { html: 'style="writing-mode: vertical-rl"' }],
  [
    'a header that is fixed with the highest z-index',
    {
      body: '<div style="position:fixed;inset:60px 0 auto;height:600px;z-index:2147483647;background:#eee"></div>',
    },
  ],
  [
    'no selecting, no menus, no keys',
    {
      head: '<style>* { user-select: none !important; cursor: none !important }</style>',
    },
  ],
];

test.describe('a card looks the same and is well placed', () => {
  let plain: string;

  test.beforeEach(async ({ page, demo }) => {
    if (plain) return;
    await open(page, demo, {});
    plain = await pictureOf(page, (await hover(page)).card);
  });

  for (const [what, hostile] of CASES) {
    test(`with ${what}`, async ({ page, demo }) => {
      await open(page, demo, hostile);
      const { card, code } = await hover(page);
      await expectWellPlaced(page, card, code);
      expect(card.width).toBe(400);
      expect((await pictureOf(page, card)) === plain).toBe(true);
    });
  }
});

/** How often the host has come into the page, and what no script has caught. */
async function watchHost(page: Page, react: string): Promise<void> {
  await page.addInitScript(`
    window.came = 0;
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) {
          if (node.localName !== 'dxlens-card') continue;
          window.came++;
          (${react})(node);
        }
    }).observe(document, { childList: true, subtree: true });
  `);
}

const came = (page: Page) => page.evaluate(() => (window as unknown as { came: number }).came);

test.describe('a page that takes the host away', () => {
  test('gets it back a few times, then no card is tried any more', async ({ page, demo }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
    await watchHost(page, '(host) => host.remove()');
    await open(page, demo, {});
    for (let turn = 0; turn < 3; turn++) {
      const { x, y } = middleOf((await markBox(page, 'E11.9')) ?? { x: 0, y: 0, width: 0, height: 0 });
      await page.mouse.move(x, y + 200);
      await page.mouse.move(x, y, { steps: 4 });
      await page.waitForTimeout(700);
    }
    expect(await came(page)).toBe(4);
    expect(await page.evaluate(() => document.querySelectorAll('dxlens-card').length)).toBe(0);
    expect(said).toEqual(['Dx Lens: this page takes cards away, so none is shown here any more']);
  });

  test('has the card when it stops doing so', async ({ page, demo }) => {
    await watchHost(page, '(host) => window.came < 3 && host.remove()');
    await open(page, demo, {});
    const { card, code } = await hover(page);
    await expectWellPlaced(page, card, code);
    expect(await came(page)).toBe(3);
  });

  test('has it back when the host was closed, emptied of its attributes, or moved', async ({
    page,
    demo,
  }) => {
    await open(page, demo, { body: '<div id="elsewhere" style="display:none"></div>' });
    await hover(page);
    for (const harm of ['host.hidePopover()', 'host.removeAttribute("popover")', 'elsewhere.append(host)']) {
      await page.evaluate(`{ const host = document.querySelector('dxlens-card'); ${harm} }`);
      await expect.poll(async () => (await partsOf(page, 'tooltip')).length).toBe(1);
    }
  });
});

test('a page that covers the card has it in front again, a few times', async ({ page, demo }) => {
  await open(page, demo, {
    body: `<div id="cover" popover="manual" style="inset:0;width:100vw;height:100vh;border:0"></div>`,
  });
  const { card, code } = await hover(page);
  const cover = () =>
    page.evaluate(() => {
      const element = document.querySelector('#cover') as HTMLElement;
      element.hidePopover();
      element.showPopover();
    });
  await cover();
  await expect.poll(() => isInFront(page, card)).toBe(true);
  await expectWellPlaced(page, card, code);
  for (let turn = 0; turn < 4; turn++) {
    await cover();
    await page.waitForTimeout(100);
  }
  expect(await isInFront(page, card)).toBe(false);
});

test('a page that captures the pointer does not hold a card that is dragged', async ({ page, demo }) => {
  await open(page, demo, {
    body: `<script>for (const type of ['pointerdown', 'pointermove'])
      window.addEventListener(type, ({ target, pointerId, buttons }) => {
        if (buttons) document.body.setPointerCapture(pointerId);
      }, true);</script>`,
  });
  await hover(page);
  await clickButton(page, 'Pin card');
  const before = (await partsOf(page, 'dialog'))[0]?.box;
  const { x, y } = { x: (before?.x ?? 0) + 100, y: (before?.y ?? 0) + 12 };
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 70, y + 50, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x, y, { steps: 3 });
  expect((await partsOf(page, 'dialog'))[0]?.box).toMatchObject({
    x: (before?.x ?? 0) + 70,
    y: (before?.y ?? 0) + 50,
  });
});

test('over a fullscreen element cards are in front, pinned ones too', async ({ page, demo }) => {
  await open(page, demo, {
    body: '<div id="full" style="background:white"><p>Dx M43.22</p><button onclick="full.requestFullscreen()">Go</button></div>',
  });
  await hover(page);
  await clickButton(page, 'Pin card');
  await page.evaluate(() => document.querySelector('button')?.focus());
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
  await expect
    .poll(async () => {
      const [pinned] = await partsOf(page, 'dialog');
      return pinned && isInFront(page, pinned.box);
    })
    .toBe(true);
  const { card, code } = await hover(page, 'M43.22');
  await expectWellPlaced(page, card, code);
  await page.evaluate(() => document.exitFullscreen());
});

test('a modal dialog that opens has the pinned cards in it, and leaves them when it closes', async ({
  page,
  demo,
}) => {
  await open(page, demo, { body: '<dialog id="modal"><p>Dx M43.22</p></dialog>' });
  await hover(page);
  await clickButton(page, 'Pin card');
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect.poll(() => parentOfHost(page)).toBe('DIALOG');
  const [pinned] = await partsOf(page, 'dialog').then((all) =>
    all.filter(({ name }) => name.startsWith('E11.9')),
  );
  if (!pinned) throw new Error('the pinned card has gone');
  expect(await isInFront(page, pinned.box)).toBe(true);
  const { card, code } = await hover(page, 'M43.22');
  await expectWellPlaced(page, card, code);
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(() => parentOfHost(page)).toBe('HTML');
  expect((await partsOf(page, 'dialog')).map(({ name }) => name.split(' ')[0])).toEqual(['E11.9']);
  await clickButton(page, 'Close');
  await expect.poll(async () => (await partsOf(page, 'dialog')).length).toBe(0);
});

test('a page that keeps the focus and forbids selecting has no say in a card', async ({ page, demo }) => {
  await open(page, demo, {
    body: `<input id="field"><script>
      document.addEventListener('focusin', ({ target }) => target !== field && field.focus(), true);
      for (const type of ['selectstart', 'mousedown', 'keydown', 'copy', 'contextmenu', 'wheel'])
        document.addEventListener(type, (event) => event.preventDefault(), { passive: false });
    </script>`,
  });
  await hover(page);
  await clickButton(page, 'Pin card');
  const [dialog] = await partsOf(page, 'dialog');
  const title = (await partsOf(page, 'heading'))[0]?.box;
  if (!dialog || !title) throw new Error('no dialog');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
  await page.mouse.dblclick(title.x + 12, title.y + 10);
  expect(await page.evaluate(() => String(getSelection()))).toBe('E11.9');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await partsOf(page, 'dialog')).length).toBe(0);
});

test('a card fits into a window of 320 px', async ({ page, demo }) => {
  await open(page, demo, {});
  await page.setViewportSize({ width: 320, height: 640 });
  const { card, code } = await hover(page);
  await expectWellPlaced(page, card, code);
  await clickButton(page, 'Pin card');
  expect((await partsOf(page, 'dialog'))[0]?.box.width).toBeLessThanOrEqual(304);
});

test('in a sandboxed frame a card opens beside its code', async ({ page, demo }) => {
  await open(page, demo, {
    body: `<iframe sandbox="" width="700" height="600" srcdoc="<p>Dx M43.22 and further words of prose behind it</p>"></iframe>`,
  });
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  const box = await page.locator('iframe').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
  await page.mouse.move((box?.x ?? 0) + 55, (box?.y ?? 0) + 27, { steps: 6 });
  await waitForCard(page, /^M43\.22 /);
});

function parentOfHost(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('dxlens-card')?.parentNode?.nodeName);
}

function isInFront(page: Page, box: Box): Promise<boolean> {
  const { x, y } = middleOf(box);
  return page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName === 'dxlens-card', [
    x,
    y,
  ] as const);
}
