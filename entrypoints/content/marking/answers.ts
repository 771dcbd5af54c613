import { MOST_CODES } from '../../../components/messages';

/** Answers kept; a page with more different candidates than this starts anew. */
const MOST_KEPT = 5_000;

/** What the background says of candidate codes: asked once each, many in one message. */
export class Answers<Key extends string, Answer> {
  #known = new Map<Key, Answer>();

  /** @param ask gives the answers in the order of what is asked for */
  constructor(private readonly ask: (keys: Key[]) => Promise<Answer[]>) {}

  /** The date of service or the release has changed. Answers still on their way are kept in what is dropped here. */
  forget(): void {
    this.#known = new Map();
  }

  /** @throws Error when the background can't be reached */
  async of(codes: ReadonlySet<Key>): Promise<ReadonlyMap<Key, Answer>> {
    if (this.#known.size + codes.size > MOST_KEPT) this.#known.clear();
    const known = this.#known;
    // Apart from what is kept, which another call may clear while this one waits.
    const answers = new Map<Key, Answer>();
    const asked: Key[] = [];
    for (const code of codes) {
      const answer = known.get(code);
      if (answer !== undefined) answers.set(code, answer);
      else asked.push(code);
    }
    for (let from = 0; from < asked.length; from += MOST_CODES) {
      const batch = asked.slice(from, from + MOST_CODES);
      const given = await this.ask(batch);
      for (const [index, code] of batch.entries()) {
        const answer = given[index];
        if (answer === undefined) continue;
        answers.set(code, answer);
        known.set(code, answer);
      }
    }
    return answers;
  }
}
