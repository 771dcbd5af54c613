/**
 * `npm run screenshots`: takes the pictures of README and docs from the running extension into docs/images/, those of
 * each state of card and screens into docs/images/states/. They show the build of this moment, in a new profile
 * whose database is filled.
 */
import { mkdir } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { BUILDS, build } from './lib/builds.ts';
import { serveDemo } from './lib/demo-server.ts';
import { launchChromium } from './lib/launch-chromium.ts';
import { openFilled, type Places, type Shot } from './lib/shots/shot.ts';
import { SHOTS } from './lib/shots/shots.ts';
import { STATES } from './lib/shots/states.ts';

const FOLDER = 'docs/images';

await build('chromium');
await mkdir(`${FOLDER}/states`, { recursive: true });
const demo = await serveDemo();
const context = await launchChromium({
  executable: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
  extension: BUILDS.chromium,
  headless: true,
});
/** Only those whose names have one of the words on the command line, if there are any. */
const wanted = ({ file }: Shot) =>
  process.argv.length < 3 || process.argv.slice(2).some((word) => file.includes(word));
try {
  const places = { demo: demo.url, extension: await extensionUrl(context) };
  const page = await context.newPage();
  // The first lookups would be answered from the package, with the same cards but a little later.
  await openFilled(page, places);
  await page.close();
  for (const shot of [...SHOTS, ...STATES].filter(wanted)) await take(context, shot, places);
} finally {
  await context.close();
  await demo.close();
}

async function take(context: BrowserContext, shot: Shot, places: Places): Promise<void> {
  const page = await context.newPage();
  const { width, height, scale = 2, colorScheme = 'light', forcedColors = 'none' } = shot;
  await page.setViewportSize({ width, height });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await shot.prepare(page, places);
  const { length } = await page.screenshot({
    path: `${FOLDER}/${shot.file}`,
    scale: 'device',
    animations: 'disabled',
  });
  console.log(`${FOLDER}/${shot.file}: ${Math.round(length / 1000)} kB`);
  await shot.tidy?.(page, places);
  await page.close();
}

async function extensionUrl(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL('/', worker.url()).href;
}
