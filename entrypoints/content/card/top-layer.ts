import { frontStage } from '../reading/stage';

/** So often after each opening of a card it is brought to the front of what the page shows there. */
const MOST_RAISED = 3;

/** Watches what else comes into the top layer and goes from it, as long as there are cards. */
export class TopLayer {
  #stopped = new AbortController();
  #raised = 0;

  /** @param raise puts the cards in front, as children of a stage or of the page's root */
  constructor(private readonly raise: (stage: Element | null) => void) {}

  /** A card has been opened. */
  watch(host: Element): void {
    this.rest();
    this.#raised = 0;
    this.#stopped = new AbortController();
    const options = { signal: this.#stopped.signal, capture: true, passive: true };
    const onChange = ({ target }: Event) => {
      if (target === host) return;
      const stage = frontStage();
      const isPlaced = (stage ?? document.documentElement) === host.parentNode;
      // Below a dialog that has opened nothing can be clicked, in one that has closed nothing is seen: then it is no
      // matter of patience. A page that covers the cards again and again has them covered.
      if (isPlaced && this.#raised++ >= MOST_RAISED) return;
      this.raise(stage);
    };
    // They don't bubble. For dialogs `toggle` comes in Chrome 132 and Firefox 133.
    for (const type of ['toggle', 'close', 'fullscreenchange'])
      window.addEventListener(type, onChange, options);
  }

  /** There are no cards any more. */
  rest(): void {
    this.#stopped.abort();
  }
}
