/** `npm run icons`: draws docs/icon.svg into public/icon/SIZE.png, which WXT puts into the manifest. */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/** What Chromium and Firefox ask for, in pixels. */
const SIZES = [16, 32, 48, 96, 128];

const svg = await readFile('docs/icon.svg', 'base64');
await mkdir('public/icon', { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium' });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style>
     <img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}" alt="">`,
  );
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
