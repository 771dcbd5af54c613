import type { Browser } from './browsers.ts';
import { BUILDS } from './builds.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

/** Opens the demo in a window, and returns when the window was closed or Ctrl-C was pressed. */
export async function showInWindow(browser: Browser, url: string): Promise<void> {
  const window =
    browser.family === 'firefox' ? await openFirefox(browser, url) : await openChromium(browser, url);
  console.log('Rest the pointer on M43.2. Close the window or press Ctrl-C to stop.');
  const interrupt = () => void window.close();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  await window.closed;
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
}

interface OpenWindow {
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

async function openChromium(browser: Browser, url: string): Promise<OpenWindow> {
  const context = await launchChromium({
    executable: browser.executable,
    extension: BUILDS.chromium,
    headless: false,
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const close = async () => {
    try {
      await context.close();
    } catch (error) {
      // The browser was quicker: its last window is gone, and it with it.
      if (!String(error).includes('has been closed')) throw error;
    }
  };
  // On macOS a program outlives its last window.
  const closeWhenEmpty = () => {
    if (context.pages().length === 0) void close();
  };
  context.on('page', (page) => page.once('close', closeWhenEmpty));
  const page = context.pages()[0] ?? (await context.newPage());
  page.once('close', closeWhenEmpty);
  await page.goto(url);
  return { closed, close };
}

async function openFirefox(browser: Browser, url: string): Promise<OpenWindow> {
  const firefox = await launchFirefox({
    executable: browser.executable,
    extension: BUILDS.firefox,
    headless: false,
  });
  const closed = new Promise<void>((resolve) => firefox.once('disconnected', () => resolve()));
  const close = () => firefox.close();
  firefox.on('targetdestroyed', async () => {
    if ((await firefox.pages()).length === 0) await close();
  });
  const page = (await firefox.pages())[0] ?? (await firefox.newPage());
  await page.goto(url);
  return { closed, close };
}
