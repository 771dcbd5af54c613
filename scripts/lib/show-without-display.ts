import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Browser } from './browsers.ts';
import { BUILDS } from './builds.ts';
import { type Card, printCard, waitForCard } from './card.ts';
import { readCard as readCardInChromium } from './card-chromium.ts';
import { readCard as readCardInFirefox } from './card-firefox.ts';
import { hoverText } from './hover.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import { waitForMarks } from './marks.ts';

const CODE = 'M43.2';
const SCREENSHOT = '.output/start.png' as const;

/** Hovers one code of the demo in a headless browser, prints what the card says and writes a screenshot. */
export async function showWithoutDisplay(browser: Browser, url: string): Promise<void> {
  await mkdir(dirname(SCREENSHOT), { recursive: true });
  const show = browser.family === 'firefox' ? showInFirefox : showInChromium;
  const card = await show(browser.executable, url);
  console.log(`\nNo display, so a headless browser hovered ${CODE}. The card says:\n`);
  console.log(printCard(card));
  console.log(`\nScreenshot: ${resolve(SCREENSHOT)}`);
}

async function showInChromium(executable: string, url: string): Promise<Card> {
  const context = await launchChromium({ executable, extension: BUILDS.chromium, headless: true });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await waitForMarks(page);
    await hoverText(page, CODE);
    const card = await waitForCard(() => readCardInChromium(page), /^M43\.2\b/);
    await page.screenshot({ path: SCREENSHOT });
    return card;
  } finally {
    await context.close();
  }
}

async function showInFirefox(executable: string, url: string): Promise<Card> {
  const firefox = await launchFirefox({ executable, extension: BUILDS.firefox, headless: true });
  try {
    const page = await firefox.newPage();
    await page.goto(url);
    await waitForMarks(page);
    await hoverText(page, CODE);
    const card = await waitForCard(() => readCardInFirefox(page), /^M43\.2\b/);
    await page.screenshot({ path: SCREENSHOT });
    return card;
  } finally {
    await firefox.close();
  }
}
