import { nominate } from '../../../data/spotting/nominate';
import type { JudgeOnDemand } from '../judge-on-demand';
import {
  type Container,
  containerOf,
  type InlineRun,
  type Stretches,
  stretchesOf,
} from '../reading/inline-runs';
import { isInDocument, standsIn } from '../reading/nodes';
import { isShown } from '../reading/shown';
import { containersWithCodes } from '../reading/texts';
import { topOfViewport } from '../reading/viewport';
import type { PageCandidate } from '../weighing/candidates';
import type { Judge } from '../weighing/judge';
import { placesToRead } from './changes';
import { keepMarks } from './keep-marks';
import { markDecided } from './mark-decided';
import type { Marks } from './marks';
import { Roots } from './roots';
import { whenIdle } from './turns';
import { Unshown } from './unshown';

/** The longest a slice of reading may hold the page's thread, in milliseconds. */
const SLICE = 3;
/** Told by a step of the reading that may take as long as a slice by itself. */
const LONG_STEP = Symbol('long step');
/** Told by a step that can't be made before the judge is here. */
const NO_JUDGE = Symbol('no judge');
type Step = typeof LONG_STEP | typeof NO_JUDGE | undefined;
/** So many candidates are asked for together. */
const MOST_AT_ONCE = 1_000;
/** The first of a pass, which are those on the screen, do not wait for as many: for so many, or so many slices. */
const FIRST_AT_ONCE = 40;
const FIRST_SLICES = 3;
/** So many are decided in one go, which takes no longer than a slice. */
const DECIDED_AT_ONCE = 200;
/**
 * What is found waits so long for more to be painted with it, in milliseconds: at each change of a highlight Chromium
 * paints all its ranges anew, which takes 20 ms with 6,000 of them (Chromium 156). The first of a pass do not wait.
 */
const GATHER = 250;
/** With more changes than this at once the page is read anew. */
const MOST_PLACES = 400;
const MOST_RETRIES = 3;
/** Milliseconds. */
const RETRY_AFTER = 1000;

/**
 * Reads the document in slices while the browser is idle, the viewport first, marks the codes in it, and goes on
 * to do so for what changes. In a hidden tab it rests.
 */
export class Scanner {
  /** Places to read, and whether with all below them. */
  readonly #pending = new Map<Node, boolean>();
  readonly #observer = new MutationObserver((records) => this.#noteChanges(records));
  readonly #roots = new Roots((root) => this.#readRoot(root));
  readonly #unshown = new Unshown((shown) => this.#later(containerOf(shown) ?? shown, false));
  #work: Generator<Step> | null = null;
  /** What is being read, and the text that was reached in it. */
  #reached: { root: Node; text: Text | null } | null = null;
  #found: PageCandidate[] = [];
  /** How many questions to the decider are open. */
  #open = 0;
  /** Whether nothing has been found in this pass yet. */
  #isFirst = true;
  /** Slices of this pass since something was found. */
  #slices = 0;
  #painting: ReturnType<typeof setTimeout> | undefined;
  #cancel: (() => void) | null = null;
  /** For the judge. */
  #isWaiting = false;
  #root: Node | null = null;
  #retries = 0;
  #stopped = new AbortController();
  /** Raised when the verdicts have changed: answers to earlier questions are out of date. */
  #round = 0;

  /** @param onFailure called when the background did not answer; it may stop this scanner for good */
  constructor(
    private readonly marks: Marks,
    private readonly judge: Pick<JudgeOnDemand, 'here' | 'fetch'>,
    private readonly onFailure: (reason: unknown) => void,
  ) {}

  start(root: Node): void {
    const { signal } = this.#stopped;
    document.addEventListener('visibilitychange', () => this.#whenIdle(), { signal });
    keepMarks(this.marks, signal);
    this.#root = root;
    this.#readRoot(root);
  }

  /** The shadow roots that have been found, for looking under the pointer. */
  get shadowRoots(): ShadowRoot[] {
    return this.#roots.all();
  }

  /** Looks whether an element has a shadow root that nothing has shown so far. */
  visit(element: Element): void {
    if (!this.#stopped.signal.aborted) this.#roots.visit(element);
  }

  /** Reads everything anew: the verdicts have changed. */
  again(): void {
    this.#round++;
    this.#laterAll();
  }

  stop(): void {
    this.#stopped.abort();
    this.#observer.disconnect();
    this.#unshown.stop();
    this.#roots.stop();
    this.#cancel?.();
    clearTimeout(this.#painting);
    this.#pending.clear();
    this.#work = null;
    this.#reached = null;
    this.#found = [];
    this.marks.clear();
  }

  #readRoot(root: Node): void {
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.#later(root);
  }

  #noteChanges(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (this.#reached) this.#keepPlace(record, this.#reached);
      if (records.length <= MOST_PLACES) {
        for (const { node, isAll } of placesToRead(record)) this.#later(node, isAll);
      }
    }
    if (records.length > MOST_PLACES || this.#pending.size > MOST_PLACES) this.#laterAll();
    this.#unshown.changed();
    this.#whenIdle();
  }

  /** What has lost the text that was reached is read again: from there one gets to none of the others. */
  #keepPlace({ removedNodes }: MutationRecord, { root, text }: { root: Node; text: Text | null }): void {
    for (const node of removedNodes) if (Node.prototype.contains.call(node, text)) this.#later(root);
  }

  #laterAll(): void {
    this.#pending.clear();
    if (this.#root) this.#later(this.#root);
    for (const root of this.#roots.all()) this.#later(root);
  }

  #later(node: Node, isAll = true): void {
    if (this.#stopped.signal.aborted) return;
    this.#pending.set(node, isAll || this.#pending.get(node) === true);
    this.#whenIdle();
  }

  #whenIdle(): void {
    if (this.#cancel || this.#isWaiting || this.#stopped.signal.aborted) return;
    if (document.visibilityState === 'hidden') return;
    this.#cancel = whenIdle(() => this.#slice());
  }

  #slice(): void {
    this.#cancel = null;
    if (document.visibilityState === 'hidden') return;
    this.#work ??= this.#read(this.#takePending());
    const until = performance.now() + SLICE;
    let step = this.#work.next();
    while (!step.done && !step.value && !this.#hasMost && performance.now() < until) {
      step = this.#work.next();
    }
    const isDone = step.done === true;
    if (isDone) this.#work = null;
    if (this.#found.length > 0) this.#slices++;
    if (isDone || this.#hasMost || (this.#isFirst && this.#hasFirst)) this.#settleFound();
    if (isDone) {
      this.#isFirst = true;
      this.#slices = 0;
    }
    if (step.value === NO_JUDGE) void this.#fetchJudge();
    if (this.#work || this.#pending.size > 0) this.#whenIdle();
  }

  get #hasMost(): boolean {
    return this.#found.length >= MOST_AT_ONCE;
  }

  get #hasFirst(): boolean {
    return this.#found.length >= FIRST_AT_ONCE || this.#slices >= FIRST_SLICES;
  }

  #settleFound(): void {
    const found = this.#found;
    this.#found = [];
    if (found.length === 0) {
      if (!this.#work) this.#paintSoon(0);
      return;
    }
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    this.#paintSoon(isFirst ? 0 : GATHER);
    void this.#settle(found, isFirst);
  }

  /** Paints what has been decided by then, and at the latest when all that was found is. */
  #paintSoon(after: number): void {
    this.#painting ??= setTimeout(() => this.#paint(), after);
  }

  #paint(): void {
    clearTimeout(this.#painting);
    this.#painting = undefined;
    this.marks.paint();
  }

  /** The changed places, without those inside another one. */
  #takePending(): [node: Node, isAll: boolean][] {
    const taken = new Map(this.#pending);
    this.#pending.clear();
    return [...taken].filter(
      ([node]) => isInDocument(node) && !standsIn(node, (around) => taken.get(around) === true),
    );
  }

  *#read(places: readonly [node: Node, isAll: boolean][]): Generator<Step> {
    this.marks.sweep();
    this.#roots.sweep();
    let find = this.judge.here?.newPass();
    const unshown = (element: Element) => this.#unshown.add(element);
    for (const [root, isAll] of places) {
      if (isAll) this.#roots.findIn(root);
      // On a large page it takes as long as a slice, and the first code behind it as long as another one.
      yield root === this.#root ? LONG_STEP : undefined;
      const first = root === document.documentElement && isAll ? topOfViewport() : null;
      const reached: { root: Node; text: Text | null } = { root, text: null };
      this.#reached = reached;
      const passed = (text: Text) => {
        reached.text = text;
        this.marks.dropIn(text);
      };
      for (const container of containersWithCodes(root, passed, first, unshown, isAll)) {
        const stretches = container && this.#stretchesOf(container);
        if (container && stretches && (find || mayHaveCandidates(stretches))) {
          for (; !find; find = this.judge.here?.newPass()) yield NO_JUDGE;
          this.#findIn(container, stretches.first, find);
          for (const runs of stretches.others ?? []) {
            this.#findIn(container, runs, find);
            yield;
          }
        }
        yield;
      }
    }
    this.#reached = null;
  }

  /** @returns null for one that is not shown */
  #stretchesOf(container: Container): Stretches | null {
    if (isShown(container)) return stretchesOf(container);
    this.#unshown.add(container);
    return null;
  }

  #findIn(container: Container, runs: readonly InlineRun[], find: ReturnType<Judge['newPass']>): void {
    try {
      for (const candidate of find(container, runs)) this.#found.push(candidate);
    } catch (reason) {
      // Whatever a page has in store, the rest of it is read.
      console.error('Dx Lens: a part of this page could not be read', reason);
    }
  }

  /** @param isFirst they are painted as soon as they are decided */
  async #settle(found: readonly PageCandidate[], isFirst: boolean): Promise<void> {
    const round = this.#round;
    this.#open++;
    try {
      const { decider } = await this.judge.fetch();
      const verdicts = await decider.verdictsOf(found);
      for (let from = 0, to = 0; from < found.length; from = to) {
        if (from > 0) await new Promise<void>((resume) => whenIdle(resume));
        to = from + DECIDED_AT_ONCE;
        // The codes of a text speak for each other.
        while (to < from + 2 * DECIDED_AT_ONCE && found[to]?.run === found[to - 1]?.run) to++;
        const decided = await decider.decide(found.slice(from, to), verdicts);
        if (this.#stopped.signal.aborted || round !== this.#round) return;
        markDecided(this.marks, decided);
      }
      this.#retries = 0;
    } catch (reason) {
      this.onFailure(reason);
      this.#retry(found);
    } finally {
      this.#open--;
      const isLast = this.#open === 0 && !this.#work;
      if (!this.#stopped.signal.aborted && (isFirst || isLast)) this.#paint();
      else if (!this.#stopped.signal.aborted) this.#paintSoon(GATHER);
    }
  }

  /** Reading goes on when it is here; else with the next change, when it did not come a few times. */
  async #fetchJudge(): Promise<void> {
    this.#isWaiting = true;
    try {
      await this.judge.fetch();
      this.#retries = 0;
    } catch (reason) {
      this.onFailure(reason);
      if (this.#retries < MOST_RETRIES) {
        this.#retries++;
        setTimeout(() => this.#whenIdle(), RETRY_AFTER);
      }
      return;
    } finally {
      this.#isWaiting = false;
    }
    this.#whenIdle();
  }

  /** Reads the places again after a while, a few times: a worker that fails once is mostly just starting. */
  #retry(found: readonly PageCandidate[]): void {
    if (this.#stopped.signal.aborted || this.#retries >= MOST_RETRIES) return;
    this.#retries++;
    const containers = new Set(found.map(({ run }) => run.container));
    setTimeout(() => {
      for (const container of containers) this.#later(container, false);
    }, RETRY_AFTER);
  }
}

/** Whether a judge has to be here to read a container; of a huge one that is not asked. */
function mayHaveCandidates({ first, others }: Stretches): boolean {
  return others !== null || first.some(({ text }) => nominate(text).length > 0);
}
