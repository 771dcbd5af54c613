import type { Container } from '../reading/inline-runs';
import { isInDocument, treeOf } from '../reading/nodes';
import { isShown } from '../reading/shown';

/** After this many milliseconds what was hidden is looked at again. */
const QUIET = 100;
/** The longest that looking may hold the page's thread, in milliseconds. */
const SLICE = 4;
/** What can show something without a change of the DOM: of the pointer, `:checked`, `:target`, the window's size. */
const EVENTS =
  'click change keyup toggle transitionend animationstart animationend pointerover focusin load resize hashchange';

/**
 * When to look again without any sign, in milliseconds after something hidden was found: a frame of another site has
 * nothing laid out until the page around it has told its size, and no event says so (Chromium 156).
 */
const WITHOUT_SIGN = [500, 2_000, 8_000];

/**
 * Containers, and inline elements in them, that may have codes and were not shown when they were read. As long as
 * there are any, it looks again after changes of attributes and after events that can show them; a page that hides
 * nothing costs nothing.
 */
export class Unshown {
  readonly #containers = new Set<Container>();
  readonly #observed = new Set<Node>();
  readonly #observer = new MutationObserver(() => this.changed());
  #looking: Iterator<Container> | null = null;
  /** Something has changed since the last look began. */
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopListening: AbortController | null = null;

  /** @param onShown told what is shown now, to be read */
  constructor(private readonly onShown: (container: Container) => void) {}

  add(container: Container): void {
    this.#containers.add(container);
    this.#listen();
    // What hides it may stand in each of the trees around it.
    for (let tree: Node | null = treeOf(container); tree && !this.#observed.has(tree); ) {
      this.#observed.add(tree);
      this.#observer.observe(tree, { subtree: true, attributes: true });
      tree = tree instanceof ShadowRoot ? treeOf(tree.host) : null;
    }
  }

  /** Something of the page has changed: look again. In a hidden tab that has time. */
  changed(): void {
    this.#isStale = true;
    if (this.#containers.size > 0) this.#soon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#looking = null;
    this.#containers.clear();
    this.#observed.clear();
    this.#observer.disconnect();
    this.#stopListening?.abort();
    this.#stopListening = null;
  }

  #listen(): void {
    if (this.#stopListening) return;
    this.#stopListening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#stopListening.signal };
    for (const event of EVENTS.split(' ')) {
      // A style sheet's `load` goes no further than the document, `resize` and `hashchange` not so far.
      window.addEventListener(event, () => this.changed(), options);
      document.addEventListener(event, () => this.changed(), options);
    }
    document.addEventListener('visibilitychange', () => this.changed(), options);
    for (const after of WITHOUT_SIGN) setTimeout(() => this.changed(), after);
  }

  #soon(): void {
    if (document.visibilityState === 'hidden') return;
    this.#timer ??= setTimeout(() => this.#look(), QUIET);
  }

  #look(): void {
    this.#timer = undefined;
    const until = performance.now() + SLICE;
    if (!this.#looking) this.#isStale = false;
    this.#looking ??= this.#containers.values();
    let step = this.#looking.next();
    while (!step.done) {
      this.#lookAt(step.value);
      if (performance.now() >= until) break;
      step = this.#looking.next();
    }
    if (step.done) this.#looking = null;
    if (this.#containers.size === 0) this.stop();
    else if (this.#looking || this.#isStale) this.#soon();
  }

  #lookAt(container: Container): void {
    const isThere = isInDocument(container);
    if (isThere && !isShown(container)) return;
    this.#containers.delete(container);
    if (isThere) this.onShown(container);
  }
}
