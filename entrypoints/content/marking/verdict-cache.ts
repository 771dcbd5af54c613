import { MOST_CODES, sendMessage } from '../../../components/messages';
import type { Code } from '../../../data/code';
import type { Verdict } from '../../../data/lookup';

/** Answers kept; a page with more different candidates than this starts anew. */
const MOST_KEPT = 5_000;

/** The verdicts of candidate codes: asked of the background once each, many in one message. */
export class VerdictCache {
  readonly #known = new Map<Code, Verdict>();

  /** @throws Error when the background can't be reached */
  async of(codes: ReadonlySet<Code>): Promise<ReadonlyMap<Code, Verdict>> {
    if (this.#known.size + codes.size > MOST_KEPT) this.#known.clear();
    // Apart from what is kept, which another call may clear while this one waits.
    const answers = new Map<Code, Verdict>();
    const asked: Code[] = [];
    for (const code of codes) {
      const verdict = this.#known.get(code);
      if (verdict) answers.set(code, verdict);
      else asked.push(code);
    }
    for (let from = 0; from < asked.length; from += MOST_CODES) {
      const batch = asked.slice(from, from + MOST_CODES);
      const verdicts = await sendMessage('verdicts', batch);
      for (const [index, code] of batch.entries()) {
        const verdict = verdicts[index] ?? 'unknown';
        answers.set(code, verdict);
        this.#known.set(code, verdict);
      }
    }
    return answers;
  }
}
