import { sendMessage } from '../../components/messages';

/** At most one message in so many milliseconds, but for answers. */
const EVERY = 1000;

/** Tells the background how many codes this frame has, as long as the user wants to see it. */
export class CodeCount {
  #told = 0;
  #isWanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly count: () => number) {}

  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.changed();
  }

  /** There may be more or fewer codes than before. */
  changed(): void {
    if (!this.#isWanted && this.#told === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#now() !== this.#told) this.tell(false);
    }, EVERY);
  }

  /** The page has come back from the browser's cache: its badge has gone with the page that was there meanwhile. */
  tellAgain(): void {
    this.#told = 0;
    this.changed();
  }

  /** @param asked whether the background has asked, because another frame has told of a change */
  tell(asked: boolean): void {
    this.#told = this.#now();
    sendMessage('codesCounted', { count: this.#told, asked }).catch((reason) =>
      console.info('Dx Lens: the number of codes is not shown', reason),
    );
  }

  #now(): number {
    return this.#isWanted ? this.count() : 0;
  }
}
