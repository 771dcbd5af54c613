import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { pause } from '../../scripts/lib/card';
import { type Measure, quantile } from './measure';
import { servePages, withExtension, withoutExtension } from './spotting-browsers';
import { codelessPage, densePage, GRID_EVERY, gridPage, longPage, type MadePage } from './spotting-pages';
import { type MainThread, Trace } from './spotting-trace';

const QUICK = Boolean(process.env.DXLENS_BENCH_QUICK);
const RUNS = QUICK ? 3 : 5;
/** Seconds. */
const GRID_TIME = QUICK ? 30 : 60;
const GRID_FROM = 10;

interface Browsers {
  readonly on: BrowserContext;
  readonly off: BrowserContext;
}

/**
 * What spotting costs a page, in Chromium, side by side with the same page without the extension. All times but
 * those until something is to be seen are processor time of the page's main thread, from Chromium's trace.
 */
export async function* speed(): AsyncGenerator<Measure> {
  const pages = {
    dense: await densePage(),
    codeless: codelessPage(100_000),
    long: await longPage(100_000),
    grid: await gridPage(),
  };
  const server = await servePages(
    Object.fromEntries(Object.entries(pages).map(([name, { html }]) => [`/${name}`, html])),
  );
  const browsers = { on: await withExtension(), off: await withoutExtension() };
  try {
    yield* dense(browsers, `${server.url}/dense`, pages.dense);
    yield* codeless(browsers, `${server.url}/codeless`);
    yield* viewport(browsers, `${server.url}/long`);
    yield* grid(browsers, `${server.url}/grid`);
  } finally {
    await Promise.all([browsers.on.close(), browsers.off.close()]);
    server.close();
  }
}

/** 20,000 texts with 6,000 codes: against one walk over them with one regular expression. */
async function* dense({ on, off }: Browsers, url: string, made: MadePage): AsyncGenerator<Measure> {
  const bare: number[] = [];
  const least: number[] = [];
  const ours: MainThread[] = [];
  const without: MainThread[] = [];
  const marked: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(await bareWalk(off, url));
    least.push(await bareWalk(off, url, true));
    without.push(await traced(off, url, () => pause(1500)));
    ours.push(await traced(on, url, async (page) => void marked.push(await settledMarks(page, made.hits))));
  }
  const baseline = round(median(bare));
  yield {
    name: 'spotting.dense.marks',
    value: Math.min(...marked),
    unit: 'marks',
    expected: made.hits,
    page: `${made.texts} text nodes, ${made.characters} characters, ${made.hits} codes: half of it a table, half paragraphs`,
  };
  const total = round(median(ours.map((thread) => thread.ours)));
  yield { name: 'spotting.dense.bare-walk', value: baseline, unit: 'ms', runs: RUNS };
  yield { name: 'spotting.dense.least', value: round(median(least)), unit: 'ms', runs: RUNS, baseline };
  yield {
    name: 'spotting.dense.total',
    value: total,
    unit: 'ms',
    runs: RUNS,
    baseline,
    limit: round(2 * baseline),
  };
  yield { name: 'spotting.dense.share-of-walk', value: round(total / baseline), unit: 'times', limit: 2 };
  const slices = ours.flatMap((thread) => [...thread.slices]);
  yield* limitsOf('spotting.dense.slice', slices);
  for (const part of ['start', 'reading', 'answers', 'other'] as const) {
    const sum = round(median(ours.map(({ parts }) => parts[part].sum)));
    const longest = round(Math.max(...ours.map(({ parts }) => parts[part].longest)));
    yield { name: `spotting.dense.part.${part}`, value: sum, unit: 'ms', runs: RUNS, longest };
  }
  yield compared('spotting.dense.tasks-over-50-ms', 'tasks', ours, without, ({ tasksOver50 }) => tasksOver50);
  yield compared('spotting.dense.frames', 'frames', ours, without, ({ frames }) => frames);
  yield compared('spotting.dense.rendering', 'ms', ours, without, ({ rendering }) => rendering);
  yield compared('spotting.dense.busy', 'ms', ours, without, ({ busy }) => busy);
}

/** The 99th percentile and the longest of slices, in milliseconds. */
function* limitsOf(name: string, slices: readonly number[]): Generator<Measure> {
  yield { name: `${name}.p99`, value: round(quantile(slices, 0.99)), unit: 'ms', runs: RUNS, limit: 8 };
  yield { name: `${name}.worst`, value: round(Math.max(...slices)), unit: 'ms', runs: RUNS, limit: 50 };
}

async function* codeless({ on, off }: Browsers, url: string): AsyncGenerator<Measure> {
  const bare: number[] = [];
  const ours: MainThread[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(await bareWalk(off, url));
    ours.push(await traced(on, url, () => pause(QUICK ? 3000 : 4000)));
  }
  const baseline = round(median(bare));
  const total = median(ours.map((thread) => thread.ours));
  const slices = ours.flatMap((thread) => [...thread.slices]);
  yield {
    name: 'spotting.codeless.total',
    value: round(total),
    unit: 'ms',
    runs: RUNS,
    baseline,
    limit: round(2 * baseline),
  };
  yield* limitsOf('spotting.codeless.slice', slices);
}

/** 100,000 texts, scrolled to the middle: when what is on the screen is marked, from the start of our script. */
async function* viewport({ on }: Browsers, url: string): AsyncGenerator<Measure> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const thread = await traced(on, `${url}#middle`, waitForViewport, watchViewport);
    times.push(1000 * thread.until('dxlens-bench-viewport'));
  }
  yield { name: 'spotting.viewport.first-marked', value: round(median(times)), unit: 'ms', runs: RUNS };
  yield { name: 'spotting.viewport.worst', value: round(Math.max(...times)), unit: 'ms', runs: RUNS };
}

/** Fifty rows that get other contents every 200 ms. Both browsers at the same time, since it takes a minute. */
async function* grid({ on, off }: Browsers, url: string): AsyncGenerator<Measure> {
  const [ours, without] = await Promise.all([on, off].map((context) => recycled(context, url)));
  if (!ours || !without) throw new Error('the grid was not measured');
  const share = (100 * ours.thread.ours) / (1000 * GRID_TIME);
  const turns = Math.round((1000 * GRID_TIME) / GRID_EVERY);
  yield { name: 'spotting.grid.marks', value: ours.marks, unit: 'marks', expected: 100 };
  yield { name: 'spotting.grid.share', value: round(share), unit: 'percent', seconds: GRID_TIME, limit: 3 };
  yield { name: 'spotting.grid.per-turn', value: round(ours.thread.ours / turns), unit: 'ms', runs: turns };
  yield {
    name: 'spotting.grid.slice.p99',
    value: round(quantile(ours.thread.slices, 0.99)),
    unit: 'ms',
    limit: 8,
  };
  yield {
    name: 'spotting.grid.slice.worst',
    value: round(Math.max(...ours.thread.slices)),
    unit: 'ms',
    limit: 50,
  };
  yield {
    name: 'spotting.grid.busy',
    value: round((100 * ours.thread.busy) / (1000 * GRID_TIME)),
    unit: 'percent',
    baseline: round((100 * without.thread.busy) / (1000 * GRID_TIME)),
  };
  yield {
    name: 'spotting.grid.heap-growth',
    value: ours.late.heap - ours.early.heap,
    unit: 'bytes',
    baseline: without.late.heap - without.early.heap,
    from: ours.early.heap,
    limit: 500_000,
  };
  yield {
    name: 'spotting.grid.nodes-growth',
    value: ours.late.nodes - ours.early.nodes,
    unit: 'nodes',
    baseline: without.late.nodes - without.early.nodes,
    from: ours.early.nodes,
    limit: 100,
  };
}

async function recycled(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await pause(1000 * GRID_FROM);
  const early = await memoryOf(session);
  const trace = await Trace.start(page);
  await pause(1000 * GRID_TIME);
  const thread = await trace.stop();
  const late = await memoryOf(session);
  const marks = (await markCounts(page)).reduce((sum, count) => sum + count, 0);
  await page.close();
  return { thread, early, late, marks };
}

/** The least of some looks, since the garbage of a turn that has just been is not all found by the next collection. */
async function memoryOf(session: CDPSession) {
  const looks: { heap: number; nodes: number }[] = [];
  for (let look = 0; look < 5; look++) {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const figureOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    looks.push({ heap: figureOf('JSHeapUsedSize'), nodes: figureOf('Nodes') });
    await pause(0.7 * GRID_EVERY);
  }
  return {
    heap: Math.min(...looks.map(({ heap }) => heap)),
    nodes: Math.min(...looks.map(({ nodes }) => nodes)),
  };
}

/** Traces a new tab from before its page is loaded until an action is over. */
async function traced(
  context: BrowserContext,
  url: string,
  until: (page: Page) => Promise<void>,
  before?: () => void,
): Promise<MainThread> {
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  const trace = await Trace.start(page);
  await page.goto(url);
  await until(page);
  const thread = await trace.stop();
  await page.close();
  return thread;
}

/**
 * One TreeWalker, one expression, in a world of its own, once in a new tab: processor time in milliseconds.
 * @param isMarking also looks whether each match is shown, and makes a range of it and a highlight of them all: what
 *   any reader has to do, without a script to start, a question to the background, or a rule
 */
async function bareWalk(context: BrowserContext, url: string, isMarking = false): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  await pause(300);
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bare walk',
  });
  const trace = await Trace.start(page, /^bare-walk:/);
  await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    awaitPromise: true,
    // As a task of its own, which is not the protocol's.
    expression: `new Promise((resolve) => setTimeout(() => {
      const code = /(?<![\\p{L}\\p{N}.])[A-Z]\\d[0-9A-Z](?:\\.?[0-9A-Z]{1,4})?(?![\\p{L}\\p{N}])/gu;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let hits = 0;
      const ranges = [];
      let last = null, isShown = false;
      while (walker.nextNode()) {
        const node = walker.currentNode;
        for (const hit of node.data.matchAll(code)) {
          hits++;
          ${
            isMarking
              ? `if (node.parentElement !== last) {
                   last = node.parentElement;
                   isShown = last.checkVisibility({ visibilityProperty: true });
                 }
                 if (isShown) ranges.push(new StaticRange({ startContainer: node, startOffset: hit.index, endContainer: node, endOffset: hit.index + hit[0].length }));`
              : ''
          }
        }
      }
      if (ranges.length > 0) CSS.highlights.set('bare', new Highlight(...ranges));
      resolve(hits);
    }))
    //# sourceURL=bare-walk:`,
  });
  const { ours } = await trace.stop();
  await page.close();
  return ours;
}

/** Waits until so many marks are there, or their number stays the same for two seconds. */
async function settledMarks(page: Page, expected: number): Promise<number> {
  let before = -1;
  for (let still = 0; still < 8; ) {
    await pause(250);
    const count = (await markCounts(page)).reduce((sum, size) => sum + size, 0);
    if (count === expected) break;
    still = count === before ? still + 1 : 0;
    before = count;
  }
  // The last frames are painted.
  await pause(500);
  return (await markCounts(page)).reduce((sum, size) => sum + size, 0);
}

function markCounts(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, { size }]) => (name.startsWith('dxlens-') ? [size] : [])),
  );
}

/**
 * Runs in the page: looks 60 times a second whether the codes on the screen are marked.
 * No function in here may have a name: esbuild would call a helper that the page does not have.
 */
function watchViewport(): void {
  let before = 0;
  const timer = setInterval(() => {
    let size = 0;
    for (const [, highlight] of CSS.highlights) size += highlight.size;
    if (size === before || !document.getElementById('middle')) return;
    before = size;
    const marked = new Set<Node>();
    for (const [, highlight] of CSS.highlights) {
      for (const range of highlight) marked.add(range.startContainer);
    }
    const codes: Node[] = [];
    for (
      let row = document.getElementById('middle');
      row;
      row = row.nextElementSibling as HTMLElement | null
    ) {
      if (row.getBoundingClientRect().bottom > innerHeight) break;
      const code = row.children[2]?.firstChild;
      if (code) codes.push(code);
    }
    if (scrollY === 0 || codes.length < 5 || !codes.every((code) => marked.has(code))) return;
    performance.mark('dxlens-bench-viewport');
    document.title = `marked ${codes.length}`;
    clearInterval(timer);
  }, 16);
}

async function waitForViewport(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title.startsWith('marked'), undefined, { timeout: 30_000 });
}

function compared(
  name: string,
  unit: Measure['unit'],
  ours: readonly MainThread[],
  without: readonly MainThread[],
  figure: (thread: MainThread) => number,
): Measure {
  const [value, baseline] = [ours, without].map((threads) => round(median(threads.map(figure))));
  return { name, value: value ?? Number.NaN, unit, runs: RUNS, baseline: baseline ?? Number.NaN };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
