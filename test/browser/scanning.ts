import { afterEach, beforeEach, vi } from 'vitest';
import { type Code, dotted } from '../../data/code';
import type { Verdict } from '../../data/lookup/answer';
import { Marks } from '../../entrypoints/content/marking/marks';
import { Scanner } from '../../entrypoints/content/marking/scanner';
import { type Judge, judgeOn } from '../../entrypoints/content/weighing/judge';
import { painted, setTab, the } from './page';

/** What the background would say of the codes of these tests. */
const VERDICTS: Record<string, Verdict> = {
  'E11.9': 'billable',
  I10: 'billable',
  'I50.22': 'billable',
  'M43.2': 'header',
  'S52.501': 'incomplete',
};

class FakeVerdicts {
  readonly asked: string[][] = [];
  /** How many of the next questions fail. */
  failures = 0;

  async of(codes: ReadonlySet<Code>): Promise<ReadonlyMap<Code, Verdict>> {
    this.asked.push([...codes].map(dotted));
    if (this.failures > 0) {
      this.failures--;
      throw new Error('the worker is starting');
    }
    return new Map([...codes].map((code) => [code, VERDICTS[dotted(code)] ?? 'unknown']));
  }
}

export let marks: Marks;
export let verdicts: FakeVerdicts;
export let scanner: Scanner;
/** What the scanner was told of questions that failed. */
export let failed: unknown[];

/** Gives each test of a file a scanner of its own. */
export function useScanner(): void {
  beforeEach(() => {
    marks = new Marks();
    verdicts = new FakeVerdicts();
    failed = [];
    scanner = new Scanner(marks, judgeHere(verdicts), (reason) => failed.push(reason));
  });
  afterEach(() => {
    scanner.stop();
    setTab('visible');
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

/** A judge whose script is in the frame already. */
export function judgeHere(verdicts: Pick<FakeVerdicts, 'of'>): { here: Judge; fetch: () => Promise<Judge> } {
  const here = judgeOn({ verdicts, titles: { of: async () => new Map() } });
  return { here, fetch: async () => here };
}

export const billable = () => painted('dxlens-billable');

export const wait = (time: number) => new Promise((resume) => setTimeout(resume, time));

/** Waits until the scanner has read all that changed. */
export const settle = () => wait(500);

export function text(selector: string): Text {
  return the(selector).firstChild as Text;
}

/** The lengths of the tasks in which the scanner reads, in milliseconds. */
export function watchTasks(): number[] {
  const lengths: number[] = [];
  const original = scheduler.postTask.bind(scheduler);
  vi.spyOn(scheduler, 'postTask').mockImplementation((task, options) =>
    original(() => {
      const start = performance.now();
      (task as () => void)();
      lengths.push(performance.now() - start);
    }, options),
  );
  return lengths;
}
