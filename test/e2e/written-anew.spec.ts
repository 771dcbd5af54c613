import type { Page } from '@playwright/test';
import { expect, hoverText, test, waitForCard } from './extension.ts';

// Older record systems and report viewers write their frames anew at each click.

test('a document that is written anew is read and explained, in a frame and at the top', async ({
  page,
  demo,
}) => {
  await page.route('**/viewer', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><iframe width="600" height="500"></iframe>',
    }),
  );
  await page.goto(new URL('viewer', demo).href);
  await page.bringToFront();
  for (const code of ['M43.22', 'E11.9']) {
    // Later than the reader has come into the frame.
    await page.waitForTimeout(500);
    await page.evaluate((text) => {
      const document = window.document.querySelector('iframe')?.contentDocument;
      document?.open();
      document?.write(`<p>Diagnosis: ${text}`);
      document?.close();
    }, code);
    await expect.poll(() => codesOf(page)).toEqual([code]);
  }
  await page.evaluate(() => {
    document.open();
    document.write('<p>Diagnosis: I10');
    document.close();
  });
  await expect.poll(() => codesOf(page)).toEqual(['I10']);
  await hoverText(page, 'I10');
  await waitForCard(page, /^I10\b/);
});

test('so is a document whose root is another element', async ({ openDemo }) => {
  const page = await openDemo('index.html');
  await page.evaluate(() => {
    const root = document.createElement('html');
    root.innerHTML = '<body><p>Diagnosis: I10';
    document.documentElement.replaceWith(root);
  });
  await expect.poll(() => codesOf(page)).toEqual(['I10']);
  await hoverText(page, 'I10');
  await waitForCard(page, /^I10\b/);
});

/** The codes that are marked in the frames of a page. */
async function codesOf(page: Page): Promise<string[]> {
  const all = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() =>
        [...CSS.highlights].flatMap(([, highlight]) =>
          [...highlight].map((part) => {
            const range = new Range();
            range.setStart(part.startContainer, part.startOffset);
            range.setEnd(part.endContainer, part.endOffset);
            return range.startContainer.isConnected ? range.toString() : 'what has gone';
          }),
        ),
      ),
    ),
  );
  return all.flat();
}
