import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Measure, quantile, timesOf } from './measure';

const EXECUTABLE = process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium';
const TYPED = ['type 2 diabetes', 'copd exacerbation', 'broken hip', 'pnuemonia', 'M43.22', 'kidney stone'];
const OPENINGS = 12;

/** The built popup in Chromium: from a key to painted results, from opening to ready with a stopped worker, and the worker's heap. */
export async function* searchPopup(): AsyncGenerator<Measure> {
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    headless: true,
    enableExtensions: ['.output/chrome-mv3'],
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
  });
  try {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    const url = new URL('/popup.html', worker.url()).href;
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(isStored, { polling: 200, timeout: 30_000 });
    yield* timesOf('search.popup.key-to-paint', await keyToPaint(page), 50);
    yield { name: 'search.worker.heap', value: await heapOf(browser), unit: 'bytes', limit: 40_000_000 };
    const ready: number[] = [];
    const found: number[] = [];
    for (let nth = 0; nth < OPENINGS; nth++) {
      await stopWorkers(browser, page);
      const opened = await open(browser, url);
      ready.push(opened.ready);
      found.push(opened.found);
    }
    yield* timesOf('search.popup.open-to-ready', ready, 200);
    yield {
      name: 'search.popup.open-to-first-results',
      value: Math.round(quantile(found, 0.5)),
      unit: 'ms',
      runs: OPENINGS,
    };
  } finally {
    await browser.close();
  }
}

/** In the page: whether the database is filled. */
async function isStored(): Promise<boolean> {
  const answer = await chrome.runtime.sendMessage({ id: 1, type: 'storeState', timestamp: Date.now() });
  return answer.res.state === 'stored';
}

/** Times from each key to the frame in which the results of its query stand, in ms. */
async function keyToPaint(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { painted: seen });
    let pressed = 0;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
    new MutationObserver((records) => {
      const inList = records.some(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest('[role=listbox]'),
      );
      if (!inList) return;
      const from = pressed;
      pressed = 0;
      if (from > 0) requestAnimationFrame(() => setTimeout(() => seen.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  for (const [nth, text] of TYPED.entries()) {
    await page.$eval('[role=combobox]', (field) => (field as HTMLInputElement).select());
    for (const key of text) {
      await page.keyboard.type(key);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    const seen = await page.evaluate(() => (window as unknown as { painted: number[] }).painted.splice(0));
    // The first query builds what the worker keeps.
    if (nth > 0) times.push(...seen);
  }
  return times;
}

/** Opens the popup, and types into it as soon as it can be. Times from the start of loading, in ms. */
async function open(browser: Browser, url: string): Promise<{ ready: number; found: number }> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const ready = await page.waitForFunction(
    () => document.activeElement?.getAttribute('role') === 'combobox' && performance.now(),
    { polling: 'raf' },
  );
  const times = { ready: (await ready.jsonValue()) as number, found: 0 };
  await page.keyboard.type('copd');
  const found = await page.waitForFunction(
    () => document.querySelector('[role=option]') && performance.now(),
    {
      polling: 'raf',
    },
  );
  times.found = (await found.jsonValue()) as number;
  await page.close();
  return times;
}

async function heapOf(browser: Browser): Promise<number> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  const session = await target?.createCDPSession();
  if (!session) throw new Error('there is no worker to ask for its heap');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

async function stopWorkers(browser: Browser, page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await session.detach();
  if (browser.targets().some((one) => one.type() === 'service_worker')) {
    throw new Error('the worker did not stop');
  }
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ res: { state: string } }> };
};
