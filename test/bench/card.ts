import { DEFAULTS } from '../../components/settings';
import { pause } from '../../scripts/lib/card';
import { chromium, firefox, type HoverBrowser } from './card-browsers';
import { cardPage } from './card-page';
import { type Measure, timesOf } from './measure';
import { servePages } from './spotting-browsers';

const HOVERS = process.env.DXLENS_BENCH_QUICK ? 20 : 40;
/** The most that the 95th percentile may be, in milliseconds. */
const WARM = 50;
const STOPPED = 150;

/**
 * From the pointer's coming upon a code until its card is painted, without the time that the pointer has to rest:
 * in Chromium and Firefox, when the background runs, and when the browser has stopped it.
 */
export async function* card(): AsyncGenerator<Measure> {
  // The first is for the card's script, which comes to a frame with its first card.
  const { html, codes } = await cardPage(HOVERS + 1);
  const server = await servePages({ '/codes': html });
  const suites: [string, number, () => Promise<HoverBrowser>, boolean][] = [
    ['card.chromium.warm', WARM, chromium, false],
    ['card.chromium.stopped', STOPPED, chromium, true],
    ['card.firefox.warm', WARM, firefox, false],
    ['card.firefox.stopped', STOPPED, () => firefox(500), true],
  ];
  try {
    for (const [name, limit, launch, isStopped] of suites) {
      const browser = await launch();
      try {
        await browser.open(`${server.url}/codes`);
        yield* timesOf(name, await hovers(browser, codes, isStopped), limit);
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
  }
}

async function hovers(
  browser: HoverBrowser,
  codes: readonly string[],
  isStopped: boolean,
): Promise<number[]> {
  // Until all is marked.
  await pause(1500);
  const times: number[] = [];
  for (const code of codes) {
    if (isStopped && times.length > 0) await browser.stop();
    times.push(await hover(browser, code));
  }
  return times.slice(1);
}

async function hover(browser: HoverBrowser, code: string): Promise<number> {
  const { x, y } = await browser.arm(code);
  // A scroll is told to the page a frame later, and would end the hover that had just begun.
  await pause(100);
  await browser.move(x, y);
  const { start, painted } = await until(
    () => browser.hovered(),
    ({ painted }) => painted !== null,
    `the card of ${code}`,
  );
  const name = await browser.cardName();
  if (!name?.startsWith(`${code} `) || start === null || painted === null)
    throw new Error(`not the card of ${code}: ${name}`);
  await browser.move(5, 5);
  await until(
    () => browser.isOpen(),
    (isOpen) => !isOpen,
    `the end of the card of ${code}`,
  );
  return painted - start - Number(DEFAULTS.hoverDelay);
}

async function until<T>(read: () => Promise<T>, isIt: (value: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + 5000;
  for (;;) {
    const value = await read();
    if (isIt(value)) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within 5 s`);
    await pause(30);
  }
}
