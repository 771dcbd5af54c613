import { flatParentOf } from '../reading/flat-tree';

/** So often after each opening of a card it is brought to the front of what the page shows there. */
const MOST_RAISED = 3;

/** Watches what else comes into the top layer and goes from it, as long as there are cards. */
export class TopLayer {
  #stopped = new AbortController();
  #raised = 0;

  /** @param raise puts the cards in front, as children of a modal dialog or of none */
  constructor(private readonly raise: (dialog: Element | null) => void) {}

  /** A card has been opened. */
  watch(host: Element): void {
    this.rest();
    this.#raised = 0;
    this.#stopped = new AbortController();
    const options = { signal: this.#stopped.signal, capture: true, passive: true };
    const onChange = ({ target }: Event) => {
      if (target === host) return;
      const dialog = latestModal();
      const isPlaced = (dialog ?? document.documentElement) === host.parentNode;
      // Below a dialog that has opened nothing can be clicked, in one that has closed nothing is seen: then it is no
      // matter of patience. A page that covers the cards again and again has them covered.
      if (isPlaced && this.#raised++ >= MOST_RAISED) return;
      this.raise(dialog);
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

/** The open modal dialog that an element stands in, as it is laid out. */
export function modalAround(element: Element | null): Element | null {
  for (let at = element; at; at = flatParentOf(at)) if (at.matches('dialog:modal')) return at;
  return null;
}

/** The modal dialog in front of the others: it has the focus; as long as none has, the last one of the document. */
export function latestModal(): Element | null {
  const dialogs = [...document.querySelectorAll('dialog:modal')];
  return modalAround(document.activeElement) ?? dialogs.at(-1) ?? null;
}
