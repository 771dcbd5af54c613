import { build } from './builds.ts';
import { run } from './run.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-counts.ts';

export const PARTS = ['static', 'unit', 'browser', 'e2e', 'firefox'] as const;
export type Part = (typeof PARTS)[number];

/** One thing that `npm test` runs under a heading of its own. */
export interface Step {
  readonly title: string;
  /** The parts that this step belongs to; `npm test -- PART` runs the steps of that part. */
  readonly parts: readonly Part[];
  /** Gives the exit code. */
  run(): Promise<number>;
  /** Reads what the step reported, where it counts tests. */
  counts?(): Promise<Counts | undefined>;
}

/** All steps in the order in which they run: what is cheap and tells much comes first. */
export const STEPS: readonly Step[] = [
  { title: 'Types', parts: ['static'], run: () => run('tsc', ['--noEmit']) },
  {
    title: 'Format and lint',
    parts: ['static'],
    // Biome takes CI=true for a terminal, and colours every character.
    run: () => run('biome', ['ci', '.', ...(process.stdout.isTTY ? [] : ['--colors=off'])]),
  },
  { title: 'Unused code', parts: ['static'], run: () => run('knip', []) },
  {
    title: 'Build for Chromium',
    parts: ['static', 'e2e'],
    run: () => build('chromium').then(() => 0),
  },
  { title: 'Build for Firefox', parts: ['static', 'firefox'], run: () => build('firefox').then(() => 0) },
  {
    title: 'Firefox add-on rules',
    parts: ['static'],
    run: () => run('web-ext', ['lint', '-s', '.output/firefox-mv3', '--no-config-discovery']),
  },
  vitestStep('Unit tests', 'unit'),
  vitestStep('Tests in Chromium', 'browser'),
  {
    title: 'End to end in Chromium',
    parts: ['e2e'],
    run: () => run('playwright', ['test']),
    counts: () => playwrightCounts('test-results/e2e.json'),
  },
  vitestStep('End to end in Firefox', 'firefox'),
];

function vitestStep(title: string, part: 'unit' | 'browser' | 'firefox'): Step {
  const report = `test-results/${part}.json`;
  return {
    title,
    parts: [part],
    run: () =>
      run('vitest', [
        'run',
        `--project=${part}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]),
    counts: () => vitestCounts(report),
  };
}
