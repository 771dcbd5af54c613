import type { Page, Worker } from '@playwright/test';
import { waitForMarks } from '../../scripts/lib/marks.ts';
import { card, expect, test, waitForCard } from './extension.ts';
import { partsOf } from './places.ts';
import { press } from './worker.ts';

async function openPageWith(page: Page, demo: string, body: string): Promise<void> {
  await page.route('**/keyboard-test', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Test</title>${body}` }),
  );
  await page.goto(new URL('keyboard-test', demo).href);
  await page.bringToFront();
}

/** The text that the marker stands on, in whichever frame, and whether it is on the screen there. */
async function marked(page: Page): Promise<{ text: string; isInView: boolean }[]> {
  const frames = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() =>
        [...(CSS.highlights.get('here-dxlens') ?? [])].map((part) => {
          const range = new Range();
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          const { top, bottom } = range.getBoundingClientRect();
          return { text: range.toString(), isInView: top >= 0 && bottom <= innerHeight };
        }),
      ),
    ),
  );
  return frames.flat();
}

const activeId = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('the keys for the next and the previous code go through the page in reading order, and around', async ({
  page,
  demo,
  worker,
}) => {
  await openPageWith(
    page,
    demo,
    `<input id="field" value="note">
     <p>Dx E11.9 and I10</p><div id="host"></div><p style="margin-top:3000px">Dx M43.22</p>
     <script>host.attachShadow({ mode: 'open' }).innerHTML = '<p>Dx J44.9</p>'; field.focus();</script>`,
  );
  await expect.poll(async () => (await waitForMarks(page)).length).toBe(4);
  const running = await worker();
  for (const code of ['E11.9', 'I10', 'J44.9', 'M43.22', 'E11.9']) {
    await press(running, 'next-code');
    await expect.poll(() => marked(page)).toEqual([{ text: code, isInView: true }]);
    const { role } = await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')} Billable`));
    expect(role).toBe('tooltip');
  }
  await press(running, 'previous-code');
  await expect.poll(() => marked(page)).toEqual([{ text: 'M43.22', isInView: true }]);
  await waitForCard(page, /^M43\.22\b/);
  expect(await activeId(page)).toBe('field');

  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();
  expect(await marked(page)).toEqual([]);
});

test('they pass by what is not shown, and begin at what is on the screen', async ({ page, demo, worker }) => {
  await openPageWith(
    page,
    demo,
    '<p>Dx E11.9</p><p id="gone">Dx I10</p><p style="margin-top:3000px" id="low">Dx M43.22</p>',
  );
  await expect.poll(async () => (await waitForMarks(page)).length).toBe(3);
  await page.evaluate(() => {
    (document.querySelector('#gone') as HTMLElement).style.visibility = 'hidden';
    document.querySelector('#low')?.scrollIntoView();
  });
  await press(await worker(), 'next-code');
  await expect.poll(() => marked(page)).toEqual([{ text: 'M43.22', isInView: true }]);
  await waitForCard(page, /^M43\.22\b/);
  await press(await worker(), 'previous-code');
  await expect.poll(() => marked(page)).toEqual([{ text: 'E11.9', isInView: true }]);
});

test('they go into frames and out again', async ({ page, demo, worker }) => {
  await openPageWith(
    page,
    demo,
    '<p>Dx E11.9</p><iframe width="800" height="500" srcdoc="<p>Dx J44.9</p>"></iframe>',
  );
  await waitForMarks(page);
  await expect
    .poll(() => page.frames()[1]?.evaluate(() => CSS.highlights.get('dxlens-billable')?.size))
    .toBe(1);
  for (const code of ['E11.9', 'J44.9', 'E11.9']) {
    await press(await worker(), 'next-code');
    await expect.poll(() => marked(page)).toEqual([{ text: code, isInView: true }]);
    await waitForCard(page, new RegExp(`^${code.replace('.', '\\.')} Billable`));
  }
});

test('the code that the marker stands on is looked up by the key, and the focus returns', async ({
  page,
  demo,
  worker,
}) => {
  await openPageWith(page, demo, '<p>Dx I10</p><input id="field" value="heart" autofocus>');
  await waitForMarks(page);
  await page.locator('#field').focus();
  await press(await worker(), 'next-code');
  await waitForCard(page, /^I10\b/);
  await press(await worker(), 'lookup-selection');
  await expect.poll(async () => (await card(page))?.role).toBe('dialog');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dxlens-card');
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();
  expect(await activeId(page)).toBe('field');
});

for (const [where, body, code] of [
  ['a text field', '<input id="at" value="has e119 and M4322 today">', /^M43\.22\b/],
  ['a text area', '<textarea id="at">has e119 and M4322 today</textarea>', /^M43\.22\b/],
] as const) {
  test(`the key looks up the code at the caret in ${where}`, async ({ page, demo, worker }) => {
    await openPageWith(page, demo, body);
    await page.evaluate(() => {
      const field = document.querySelector('#at') as HTMLInputElement;
      field.focus();
      field.setSelectionRange(15, 15);
    });
    await expect.poll(() => askedFor(page, worker), { timeout: 10_000 }).toMatch(code);
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page)).toBeUndefined();
    expect(
      await page.evaluate(() => {
        const { id, selectionStart } = document.activeElement as HTMLInputElement;
        return { id, selectionStart };
      }),
    ).toEqual({ id: 'at', selectionStart: 15 });
  });
}

test('in a text area that fills the window the card stands beside the line of the caret', async ({
  page,
  demo,
  worker,
}) => {
  const lines = ['seen for follow-up', 'has M43.22 today', 'and much more '.repeat(40)].join('\n');
  await openPageWith(
    page,
    demo,
    `<textarea id="at" style="position:fixed;inset:0;width:100%;height:100%;font:16px/20px monospace;padding:0;border:0">${'\n'.repeat(10)}${lines}</textarea>`,
  );
  await page.evaluate(() => {
    const field = document.querySelector('#at') as HTMLTextAreaElement;
    field.focus();
    const at = field.value.indexOf('3.22');
    field.setSelectionRange(at, at);
  });
  await expect.poll(() => askedFor(page, worker), { timeout: 10_000 }).toMatch(/^M43\.22\b/);
  const [dialog] = await partsOf(page, 'dialog');
  // The markup's first line break is none of the text: the code is in its eleventh line.
  const line = { top: 10 * 20, bottom: 11 * 20 };
  const { y = 0, height = 0 } = dialog?.box ?? {};
  expect(y >= line.bottom || y + height <= line.top).toBe(true);
  expect(Math.min(Math.abs(y - line.bottom), Math.abs(y + height - line.top))).toBeLessThan(12);
});

test('the key looks up the code at the caret in editable text, and gives the caret back', async ({
  page,
  demo,
  worker,
}) => {
  await openPageWith(page, demo, '<div id="at" contenteditable>has e119 and M4322 today</div>');
  await page.evaluate(() => {
    const editable = document.querySelector('#at') as HTMLElement;
    editable.focus();
    getSelection()?.collapse(editable.firstChild, 15);
  });
  await expect.poll(() => askedFor(page, worker), { timeout: 10_000 }).toMatch(/^M43\.22\b/);
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();
  await page.keyboard.type('!');
  expect(await page.locator('#at').textContent()).toBe('has e119 and M4!322 today');
});

/** Presses the key until the reader is there, and gives the name of the card. */
async function askedFor(page: Page, worker: () => Promise<Worker>): Promise<string> {
  const there = await card(page);
  if (there) return there.name;
  await press(await worker(), 'lookup-selection');
  await page.waitForTimeout(400);
  return (await card(page))?.name ?? '';
}
