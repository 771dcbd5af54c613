import { rm } from 'node:fs/promises';
import { findBrowsers } from './browsers.ts';
import type { Family } from './builds.ts';
import { installBrowser } from './install-browser.ts';
import { mustRun } from './run.ts';
import { add, type Counts, NO_TESTS, printCounts } from './test-counts.ts';
import { PARTS, type Part, STEPS, type Step } from './test-steps.ts';

/**
 * Runs the checks and tests in order, up to the first that fails, and ends with the line of counts.
 * @param args the parts to run (`unit`, `e2e` …), or none for all
 * @returns the exit code: that of the failing step, or 0
 */
export async function test(args: readonly string[]): Promise<number> {
  const parts = partsOf(args);
  await provideBrowsers(parts);
  // tsconfig.json extends a file that WXT writes, without which nothing here reads TypeScript.
  await mustRun('wxt', ['prepare'], { quiet: true });
  await rm('test-results', { recursive: true, force: true });
  let counts = NO_TESTS;
  for (const step of STEPS.filter((candidate) => candidate.parts.some((part) => parts.includes(part)))) {
    const outcome = await runStep(step);
    counts = add(counts, outcome.counts);
    if (outcome.exitCode !== 0) {
      console.log(`\nStopped at "${step.title}" (exit code ${outcome.exitCode}).`);
      console.log(printCounts(counts));
      return outcome.exitCode;
    }
  }
  console.log(`\n${printCounts(counts)}`);
  return 0;
}

function partsOf(args: readonly string[]): readonly Part[] {
  const unknown = args.filter((arg) => !PARTS.some((part) => part === arg));
  if (unknown.length > 0) throw new Error(`No part "${unknown[0]}"; there are: ${PARTS.join(', ')}.`);
  return args.length === 0 ? PARTS : PARTS.filter((part) => args.includes(part));
}

async function runStep(step: Step): Promise<{ exitCode: number; counts: Counts }> {
  console.log(`\n== ${step.title}`);
  const start = performance.now();
  const exitCode = await step.run().catch((error: unknown) => {
    console.error(error);
    return 1;
  });
  const counts = (await step.counts?.()) ?? NO_TESTS;
  console.log(`== ${step.title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  // A step that fails without a failing test (a type error, a file that does not load) is one failure.
  const failed = exitCode !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { exitCode, counts: { ...counts, failed } };
}

/** Finds or installs the browsers that the parts need, and tells the test runners where they are. */
async function provideBrowsers(parts: readonly Part[]): Promise<void> {
  if (parts.includes('browser') || parts.includes('e2e')) await provide('chromium', 'DXLENS_CHROMIUM');
  if (parts.includes('firefox')) await provide('firefox', 'DXLENS_FIREFOX');
}

async function provide(family: Family, variable: 'DXLENS_CHROMIUM' | 'DXLENS_FIREFOX'): Promise<void> {
  if (process.env[variable]) return;
  const find = () => findBrowsers(family).find(({ unfit }) => !unfit);
  const browser = find() ?? ((await installBrowser(family)) ? find() : undefined);
  if (!browser) {
    throw new Error(
      `The tests need ${family}, which is not here or too old. Install it, or set ${variable} to its path.`,
    );
  }
  process.env[variable] = browser.executable;
}
