import type { Code } from '../../../data/code';
import type { Verdict } from '../../../data/lookup/answer';
import { type Candidate, findCandidates } from '../../../data/spotting/candidates';
import { type InlineRun, inlineRuns, isUnread, runContainer, spanOf } from '../reading/inline-runs';
import { placesToRead } from './changes';
import type { Marks } from './marks';
import type { VerdictCache } from './verdict-cache';

/** The longest a slice of reading may hold the page's thread, in milliseconds. */
const SLICE = 6;
const MOST_RETRIES = 3;
/** Milliseconds. */
const RETRY_AFTER = 1000;

interface Found {
  readonly run: InlineRun;
  readonly candidate: Candidate;
}

/**
 * Reads the document in slices while the browser is idle, marks the codes in it, and goes on to do so for what
 * changes.
 */
export class Scanner {
  readonly #pending = new Set<Node>();
  readonly #observer = new MutationObserver((records) => this.#noteChanges(records));
  #work: Generator<Found | null> | null = null;
  #idle = 0;
  #retries = 0;
  #stopped = false;
  #root: Node | null = null;
  /** Raised when the verdicts have changed: answers to earlier questions are out of date. */
  #round = 0;

  /** @param onFailure called when the background did not answer; it may stop this scanner for good */
  constructor(
    private readonly marks: Marks,
    private readonly verdicts: Pick<VerdictCache, 'of'>,
    private readonly onFailure: (reason: unknown) => void,
  ) {}

  start(root: Node): void {
    this.#root = root;
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.#later(root);
  }

  /** Reads everything anew: the verdicts have changed. */
  again(): void {
    this.#round++;
    if (this.#root && !this.#stopped) this.#later(this.#root);
  }

  stop(): void {
    this.#stopped = true;
    this.#observer.disconnect();
    cancelIdleCallback(this.#idle);
    this.#pending.clear();
    this.#work = null;
    this.marks.clear();
  }

  #noteChanges(records: readonly MutationRecord[]): void {
    for (const record of records) for (const place of placesToRead(record)) this.#later(place);
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) this.marks.dropWithin([]);
  }

  #later(node: Node): void {
    this.#pending.add(node);
    this.#whenIdle();
  }

  #whenIdle(): void {
    if (this.#idle === 0) this.#idle = requestIdleCallback(() => this.#slice(), { timeout: 300 });
  }

  #slice(): void {
    this.#idle = 0;
    this.#work ??= this.#read(this.#takePending());
    const found: Found[] = [];
    const until = performance.now() + SLICE;
    let step = this.#work.next();
    while (!step.done && performance.now() < until) {
      if (step.value) found.push(step.value);
      step = this.#work.next();
    }
    if (!step.done && step.value) found.push(step.value);
    if (step.done) this.#work = null;
    if (found.length > 0) void this.#mark(found);
    if (this.#work || this.#pending.size > 0) this.#whenIdle();
  }

  /** The changed places, without those inside another one. */
  #takePending(): Node[] {
    const roots = [...this.#pending].filter((node) => node.isConnected && !isUnread(node));
    this.#pending.clear();
    return roots.filter((root) => !roots.some((other) => other !== root && other.contains(root)));
  }

  *#read(roots: readonly Node[]): Generator<Found | null> {
    this.marks.dropWithin(roots);
    for (const root of roots) {
      const runs = inlineRuns(root);
      let step = runs.next();
      for (; !step.done; step = runs.next()) {
        const run = step.value;
        for (const candidate of findCandidates(run.text)) yield { run, candidate };
        // Lets the slice end here, after a run without candidates too.
        yield null;
      }
      if (!step.value) this.#later(root);
    }
  }

  /** Reads the places again after a while, a few times: a worker that fails once is mostly just starting. */
  #retry(found: readonly Found[]): void {
    if (this.#stopped || this.#retries >= MOST_RETRIES) return;
    this.#retries++;
    const containers = new Set(found.map(({ run }) => runContainer(run.parts[0]?.node as Node)));
    setTimeout(() => {
      for (const container of containers) if (container && !this.#stopped) this.#later(container);
    }, RETRY_AFTER);
  }

  async #mark(found: readonly Found[]): Promise<void> {
    const round = this.#round;
    let verdicts: ReadonlyMap<Code, Verdict>;
    try {
      verdicts = await this.verdicts.of(new Set(found.map(({ candidate }) => candidate.code)));
    } catch (reason) {
      this.onFailure(reason);
      this.#retry(found);
      return;
    }
    if (this.#stopped || round !== this.#round) return;
    this.#retries = 0;
    for (const { run, candidate } of found) {
      const verdict = verdicts.get(candidate.code) ?? 'unknown';
      // A stranger is marked only where the page says that it should be a diagnosis code.
      if ((verdict === 'unknown' || verdict === 'other-system') && !candidate.labelled) continue;
      const range = spanOf(run, candidate.start, candidate.end);
      // The page may have changed while the background answered; what changed is read again anyway.
      if (range && stillReads(range, run.text.slice(candidate.start, candidate.end))) {
        this.marks.add({ code: candidate.code, verdict, range });
      }
    }
  }
}

function stillReads(
  { startContainer, startOffset, endContainer, endOffset }: StaticRange,
  text: string,
): boolean {
  const first = (startContainer as Text).data;
  const last = (endContainer as Text).data;
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  if (startContainer === endContainer) return first.slice(startOffset, endOffset) === text;
  return text.startsWith(first.slice(startOffset)) && text.endsWith(last.slice(0, endOffset));
}
