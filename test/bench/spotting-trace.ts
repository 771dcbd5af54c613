import type { CDPSession, Page } from 'playwright-core';

/**
 * What the main thread of a page did while it was traced, in milliseconds of its own processor time: what other
 * programs take from the same processor meanwhile is not in it.
 */
export interface MainThread {
  /**
   * All that our script caused: its first run, the tasks in which nothing but it ran (with layout, garbage
   * collection and answers of the background in them), and its functions in the page's tasks.
   */
  readonly ours: number;
  /** How long ours was at a stretch, one number for each task that it ran in. */
  readonly slices: readonly number[];
  /** The longest and the sum of the first run, of slices of reading, and of tasks that bring an answer. */
  readonly parts: Readonly<Record<Part, { readonly sum: number; readonly longest: number }>>;
  /** Frames that were painted anew, and what it took. */
  readonly frames: number;
  readonly rendering: number;
  /** All tasks of the thread. */
  readonly busy: number;
  readonly tasksOver50: number;
  readonly longestTask: number;
  /** Seconds from the first run of our script to a moment that the page has marked with `performance.mark`. */
  until(mark: string): number;
}

type Part = 'start' | 'reading' | 'answers' | 'other';

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8.execute', 'blink.user_timing'];
const OURS = /^chrome-extension:\/\/\w+\/(?:content-scripts\/|judge\.js)/;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: {
    readonly src_func?: string;
    readonly data?: { readonly url?: string; readonly frame?: string };
    readonly beginData?: { readonly frame?: string };
  };
}

export class Trace {
  readonly #events: TraceEvent[] = [];

  private constructor(
    private readonly session: CDPSession,
    private readonly frame: string,
    private readonly scripts: RegExp,
  ) {}

  /** @param scripts the addresses of what counts as ours */
  static async start(page: Page, scripts = OURS): Promise<Trace> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const trace = new Trace(session, frameTree.frame.id, scripts);
    session.on('Tracing.dataCollected', ({ value }) =>
      trace.#events.push(...(value as unknown as TraceEvent[])),
    );
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        recordMode: 'recordUntilFull',
        traceBufferSizeInKb: 400_000,
        includedCategories: CATEGORIES,
        excludedCategories: ['*'],
      },
    });
    return trace;
  }

  async stop(): Promise<MainThread> {
    const complete = new Promise((resolve) => this.session.once('Tracing.tracingComplete', resolve));
    await this.session.send('Tracing.end');
    await complete;
    await this.session.detach();
    return this.#read();
  }

  #read(): MainThread {
    const thread = this.#mainThread();
    const marks = new Map<string, number>();
    let first = Number.POSITIVE_INFINITY;
    const tasks: { event: TraceEvent; inner: TraceEvent[] }[] = [];
    for (const event of thread) {
      if (event.ph !== 'X') marks.set(event.name, event.ts);
      else if (event.name.endsWith('RunTask')) tasks.push({ event, inner: [] });
      else if (tasks.length > 0 && event.ts <= endOf((tasks.at(-1) as (typeof tasks)[0]).event)) {
        tasks.at(-1)?.inner.push(event);
      }
    }
    const slices: number[] = [];
    const parts = Object.fromEntries(
      ['start', 'reading', 'answers', 'other'].map((part) => [part, { sum: 0, longest: 0 }]),
    ) as Record<Part, { sum: number; longest: number }>;
    let [frames, rendering, busy, tasksOver50, longestTask] = [0, 0, 0, 0, 0];
    for (const { event, inner } of tasks) {
      const time = timeOf(event);
      busy += time;
      if (time > 50) tasksOver50++;
      longestTask = Math.max(longestTask, time);
      if (event.args.src_func === 'ScheduledActionSendBeginMainFrame') {
        frames++;
        rendering += time;
      }
      const calls = outermost(
        inner.filter(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript'),
      );
      const our = calls.filter(({ args }) => this.scripts.test(args.data?.url ?? ''));
      if (our.length === 0) continue;
      first = Math.min(first, our[0]?.ts ?? first);
      const slice = our.length === calls.length ? time : our.reduce((sum, call) => sum + timeOf(call), 0);
      slices.push(slice);
      const part = parts[partOf(event, our)];
      part.sum += slice;
      part.longest = Math.max(part.longest, slice);
    }
    return {
      ours: slices.reduce((sum, slice) => sum + slice, 0),
      slices,
      parts,
      frames,
      rendering,
      busy,
      tasksOver50,
      longestTask,
      until: (mark) => ((marks.get(mark) ?? Number.NaN) - first) / 1e6,
    };
  }

  /** The events of the thread that has most to do with the page's frame, in order, the outer before the inner. */
  #mainThread(): TraceEvent[] {
    const counts = new Map<string, number>();
    for (const { args, pid, tid } of this.#events) {
      if (args.data?.frame !== this.frame && args.beginData?.frame !== this.frame) continue;
      counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
    }
    const [thread] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    return this.#events
      .filter(({ pid, tid }) => `${pid} ${tid}` === thread)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  }
}

/** By the place in Chromium that has posted the task: `scheduler.postTask` is a DOM task, an answer comes by mojo. */
function partOf({ args }: TraceEvent, our: readonly TraceEvent[]): Part {
  if (our.some(({ name }) => name === 'EvaluateScript')) return 'start';
  if (args.src_func === 'Accept') return 'answers';
  return args.src_func?.includes('DOMTask') ? 'reading' : 'other';
}

function timeOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

function endOf({ ts, dur }: TraceEvent): number {
  return ts + (dur ?? 0);
}

/** Without the calls inside another one. */
function outermost(calls: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const call of calls) {
    const last = found.at(-1);
    if (!last || call.ts >= endOf(last)) found.push(call);
  }
  return found;
}
