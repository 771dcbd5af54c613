import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { pause } from '../../scripts/lib/card.ts';
import { markedTexts } from '../pages/read-marks.ts';
import { expect, test, waitForCard } from './extension.ts';

test('the script that every frame gets is under 25 kB gzipped', () => {
  const build = process.env.DXLENS_BUILD ?? '.output/chrome-mv3';
  const script = readFileSync(join(build, 'content-scripts/content.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(25_000);
});

test('a page gets the rules with its first text that looks like a code', async ({ page, demo }) => {
  const scripts = await openWatched(page, demo, '<p id="a">Seen in clinic, BP 120/80, room 12</p>');
  await expect.poll(() => scripts).toEqual(['/content-scripts/content.js']);
  await pause(500);
  await page.evaluate('document.getElementById("a").textContent = "Seen in clinic"');
  await pause(500);
  expect(scripts).toEqual(['/content-scripts/content.js']);
  await page.evaluate('document.getElementById("a").textContent = "Seen for E11.9"');
  await expect.poll(() => markedTexts(page)).toEqual(['E11.9']);
  expect(scripts).toEqual(['/content-scripts/content.js', '/judge.js']);
});

test('a field on a page without codes is explained while the pointer rests on it', async ({ page, demo }) => {
  const scripts = await openWatched(page, demo, '<label>Dx <input id="a" value="M43.2"></label>');
  await expect.poll(() => scripts).toEqual(['/content-scripts/content.js']);
  await pause(300);
  await page.locator('#a').hover();
  await waitForCard(page, /^M43\.2\b/);
});

/** @returns the extension's scripts in the page, as they come */
async function openWatched(page: Page, demo: string, body: string): Promise<string[]> {
  const scripts: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) scripts.push(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  await page.route(`${demo}page`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>A page</title>${body}` }),
  );
  await page.goto(`${demo}page`);
  return scripts;
}
