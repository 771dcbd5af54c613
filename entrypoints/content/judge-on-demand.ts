import { fetchPart } from './fetch-part';
import { takePart } from './handover';
import type { Release } from './weighing/decider';
import type { Judge } from './weighing/judge';

/** The judge of this frame, whose script comes with the first text that looks like a code: most frames have none. */
export class JudgeOnDemand {
  #judge: Judge | null = null;

  constructor(private readonly release: Release) {}

  /** Null while its script is not in this frame. */
  get here(): Judge | null {
    this.#judge ??= takePart('judge')?.(this.release) ?? null;
    return this.#judge;
  }

  /** @throws Error as `fetchPart` does */
  async fetch(): Promise<Judge> {
    const make = await fetchPart('judge');
    this.#judge ??= make(this.release);
    return this.#judge;
  }
}
