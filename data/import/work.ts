import { pacer } from '../pacer';

/** What an import is doing. */
export type Phase = 'looking' | 'reading' | 'joining' | 'indexing' | 'writing';

/** How far an import is; `share` (0 to 1) only grows. */
export interface Progress {
  readonly phase: Phase;
  readonly share: number;
}

export interface WorkOptions {
  /** Ends the work with its reason at the next slice. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Where each phase begins, as a share of the whole; measured with FY2027's order file and FY2023's XML. */
const BEGINS: Readonly<Record<Phase, number>> = {
  looking: 0,
  reading: 0.05,
  joining: 0.6,
  indexing: 0.75,
  writing: 0,
};
const ENDS: Readonly<Record<Phase, number>> = {
  looking: 0.05,
  reading: 0.6,
  joining: 0.75,
  indexing: 1,
  writing: 1,
};

/** Long work that tells how far it is, pauses for other tasks, and can be cancelled. */
export class Work {
  readonly #pace = pacer();

  constructor(private readonly options: WorkOptions = {}) {}

  /**
   * To be awaited between slices of work.
   * @param part how much of the phase is done, from 0 to 1
   * @throws the signal's reason when the work was cancelled
   */
  async step(phase: Phase, part: number): Promise<void> {
    const share = BEGINS[phase] + (ENDS[phase] - BEGINS[phase]) * Math.min(1, Math.max(0, part));
    this.options.onProgress?.({ phase, share });
    await this.pause();
  }

  /** The same without anything to tell. */
  async pause(): Promise<void> {
    await this.#pace();
    this.options.signal?.throwIfAborted();
  }

  get signal(): AbortSignal | undefined {
    return this.options.signal;
  }
}
