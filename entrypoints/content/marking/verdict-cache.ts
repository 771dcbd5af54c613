import { MOST_CODES, sendMessage } from '../../../components/messages';
import type { Code } from '../../../data/code';
import type { Verdict } from '../../../data/lookup/answer';

/** Answers kept; a page with more different candidates than this starts anew. */
const MOST_KEPT = 5_000;

/** The verdicts of candidate codes: asked of the background once each, many in one message. */
export class VerdictCache {
  #known = new Map<Code, Verdict>();

  /** The date of service or the release has changed. Answers still on their way are kept in what is dropped here. */
  forget(): void {
    this.#known = new Map();
  }

  /** @throws Error when the background can't be reached */
  async of(codes: ReadonlySet<Code>): Promise<ReadonlyMap<Code, Verdict>> {
    if (this.#known.size + codes.size > MOST_KEPT) this.#known.clear();
    const known = this.#known;
    // Apart from what is kept, which another call may clear while this one waits.
    const answers = new Map<Code, Verdict>();
    const asked: Code[] = [];
    for (const code of codes) {
      const verdict = known.get(code);
      if (verdict) answers.set(code, verdict);
      else asked.push(code);
    }
    for (let from = 0; from < asked.length; from += MOST_CODES) {
      const batch = asked.slice(from, from + MOST_CODES);
      const verdicts = await sendMessage('verdicts', batch);
      for (const [index, code] of batch.entries()) {
        const verdict = verdicts[index] ?? 'unknown';
        answers.set(code, verdict);
        known.set(code, verdict);
      }
    }
    return answers;
  }
}
