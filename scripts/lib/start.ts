import { resolve } from 'node:path';
import { type Browser, findBrowsers, namedBrowser } from './browsers.ts';
import { BUILDS, build } from './builds.ts';
import { serveDemo } from './demo-server.ts';
import { installBrowser } from './install-browser.ts';
import { showInWindow } from './show-in-window.ts';
import { showWithoutDisplay } from './show-without-display.ts';

/**
 * Builds the extension, and opens the demo pages in a browser that has it.
 * @param args `--headless` leaves the display alone even when there is one
 * @throws with a message for the person at the terminal
 */
export async function start(args: readonly string[]): Promise<void> {
  const browser = await chooseBrowser();
  const headless = args.includes('--headless') || !hasDisplay();
  console.log(`Browser: ${browser.name} (${browser.executable})`);
  await build(browser.family);
  if (browser.unfit && headless) throw new Error(threeClicks(browser));
  const demo = await serveDemo();
  console.log(`Demo pages: ${demo.url}`);
  try {
    if (browser.unfit) await waitForInterrupt(threeClicks(browser));
    else if (headless) await showWithoutDisplay(browser, demo.url);
    else await showInWindow(browser, demo.url);
  } finally {
    await demo.close();
  }
}

/** Gives a browser that can be used, or else branded Chrome, which its owner can load the extension into. */
async function chooseBrowser(): Promise<Browser> {
  const named = namedBrowser();
  const found = named ? [named] : findBrowsers();
  const usable = found.find(({ unfit }) => !unfit);
  if (usable) return usable;
  for (const { name, unfit } of found) console.log(`${name} cannot be used: ${WHY_UNFIT[unfit ?? 'old']}`);
  if (found.length === 0) console.log('Found none of Chromium, Chrome for Testing, Edge and Firefox.');
  if (!named && (await installBrowser())) {
    const installed = findBrowsers().find(({ unfit }) => !unfit);
    if (installed) return installed;
  }
  const chrome = found.find(({ unfit }) => unfit === 'branded');
  if (!chrome) throw new Error(INSTALL_ONE);
  return chrome;
}

const WHY_UNFIT = {
  branded: 'since version 137 it ignores an extension from a folder.',
  old: 'the extension needs Firefox 142 or later.',
};

const INSTALL_ONE = [
  'No browser that takes the extension could be found or installed here.',
  '  1. Install Chromium, Microsoft Edge or Firefox (142 or later).',
  '  2. Run "npm start" again; if the browser is in an unusual place, with DXLENS_BROWSER=/path/to/it.',
].join('\n');

function threeClicks(chrome: Browser): string {
  return [
    `${chrome.name} takes an unpacked extension by hand only:`,
    '  1. Open chrome://extensions and switch on "Developer mode".',
    '  2. Click "Load unpacked".',
    `  3. Choose this folder: ${resolve(BUILDS.chromium)}`,
  ].join('\n');
}

async function waitForInterrupt(message: string): Promise<void> {
  console.log(`\n${message}\nThen open the demo pages at the address above. Press Ctrl-C to stop.`);
  await new Promise<void>((done) => process.once('SIGINT', done));
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
