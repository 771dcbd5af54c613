import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/launch-chromium';
import { hasOfficialFiles, officialFiles } from '../e2e/official-files';
import type { Measure } from './measure';

const RUNS = 3;
const EXECUTABLE = process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium';
const FILES = [
  '2027/icd10cm-order-2027.txt.gz',
  '2023/icd10cm_tabular_2023.xml.gz',
  '2023/icd10cm_index_2023.xml.gz',
];

/**
 * The complete FY2027 order file with the FY2023 tabular list and index, on the options page of a new profile:
 * from choosing the files to the report, from “Use this release” to its being in use; the page's longest task,
 * and the longest time that a lookup waits meanwhile.
 */
export async function* importing(): AsyncGenerator<Measure> {
  if (!hasOfficialFiles) {
    console.error('import: skipped, the official files are not beside the project');
    return;
  }
  const files = officialFiles();
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let nth = 0; nth < RUNS; nth++) {
    const context = await launchChromium({
      executable: EXECUTABLE,
      extension: '.output/chrome-mv3',
      headless: true,
    });
    runs.push(
      await run(
        context,
        FILES.map((name) => files.path(name)),
      ),
    );
    await context.close();
  }
  files.remove();
  yield worst(
    'import.read',
    runs.map(({ read }) => read),
  );
  yield worst(
    'import.store',
    runs.map(({ store }) => store),
  );
  yield worst(
    'import.total',
    runs.map(({ read, store }) => read + store),
    20_000,
  );
  yield worst(
    'import.longest-task',
    runs.map(({ longestTask }) => longestTask),
    100,
  );
  yield worst(
    'import.longest-lookup-meanwhile',
    runs.map(({ lookup }) => lookup),
  );
  // How far the bar moves at once tells whether it is seen to move.
  yield worst(
    'import.longest-progress-pause',
    runs.map(({ pause }) => pause),
  );
}

function worst(name: string, times: readonly number[], limit?: number): Measure {
  const value = Math.round(Math.max(...times));
  return { name, value, unit: 'ms', runs: times.length, ...(limit !== undefined && { limit }) };
}

async function run(context: BrowserContext, paths: string[]) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/options.html', worker.url()).href);
  await page.getByText('Answers come from this browser’s database.').waitFor();
  await watch(page);
  const chosen = performance.now();
  await page.getByLabel(/official files here/).setInputFiles(paths);
  await page.getByRole('button', { name: 'Use this release' }).waitFor();
  const read = performance.now() - chosen;
  const used = performance.now();
  await page.getByRole('button', { name: 'Use this release' }).click();
  await page.getByText('You imported this release.').waitFor();
  const store = performance.now() - used;
  return { read, store, ...(await page.evaluate(() => watched)) };
}

/** Watches, from now on, the page's tasks, lookups one after the other, and how long the bar stands still. */
function watch(page: Page): Promise<void> {
  // No function in here may have a name: esbuild would call a helper that the page does not have.
  return page.evaluate(() => {
    const seen = { longestTask: 0, lookup: 0, pause: 0 };
    Object.assign(window, { watched: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration);
    }).observe({ type: 'longtask' });
    let moved = performance.now();
    let value: number | undefined;
    setInterval(() => {
      const now = performance.now();
      const bar = document.querySelector('progress');
      if (bar && bar.value === value) seen.pause = Math.max(seen.pause, now - moved);
      else moved = now;
      value = bar?.value;
    }, 20);
    setInterval(async () => {
      const asked = performance.now();
      await chrome.runtime.sendMessage({ id: 1, type: 'lookup', data: 'M43.2', timestamp: 0 });
      seen.lookup = Math.max(seen.lookup, performance.now() - asked);
    }, 100);
  });
}

declare const watched: { longestTask: number; lookup: number; pause: number };
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
