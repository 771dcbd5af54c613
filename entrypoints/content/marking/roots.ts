import { isInDocument, standsIn } from '../reading/nodes';
import { customElements, isCustom, plainHosts, shadowRootOf } from '../reading/shadow-roots';
import { whenIdle } from './turns';

/** When elements without a shadow root are asked again, in milliseconds: scripts attach them without a notice. */
const ASK_AGAIN = [300, 2_000, 8_000];

/** The shadow roots of this document, each told of once. */
export class Roots {
  readonly #found = new Set<ShadowRoot>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** Where plain hosts are still to be looked for. */
  readonly #later = new Set<Element | ShadowRoot>();
  #cancel: (() => void) | null = null;

  /** @param onFound called once for each */
  constructor(private readonly onFound: (root: ShadowRoot) => void) {}

  /** Those that are in the document, the latest first: what lies in another root comes before it. */
  all(): ShadowRoot[] {
    this.sweep();
    return [...this.#found].reverse();
  }

  /** Forgets those that have left the document: should they come back, they are told of again. */
  sweep(): void {
    for (const root of this.#found) if (!root.isConnected) this.#found.delete(root);
  }

  /** Looks for roots in and below a node: at once in custom elements, in others when there is time. */
  findIn(node: Node): void {
    if (!(node instanceof Element || node instanceof ShadowRoot)) return;
    const hosts = customElements(node);
    if (node instanceof Element) hosts.push(node);
    const without = hosts.filter((host) => !this.visit(host) && isCustom(host));
    if (without.length > 0) this.#askAgain(without);
    this.#later.add(node);
    this.#cancel ??= whenIdle(() => this.#findPlain());
  }

  #findPlain(): void {
    this.#cancel = null;
    const nodes = new Set<Node>(this.#later);
    const places = [...this.#later];
    this.#later.clear();
    for (const node of places) {
      if (!isInDocument(node) || standsIn(node, (around) => nodes.has(around))) continue;
      for (const host of plainHosts(node)) this.visit(host);
    }
  }

  /** @returns whether the element has a root */
  visit(element: Element): boolean {
    const root = shadowRootOf(element);
    if (!root) return false;
    if (!this.#found.has(root)) {
      this.#found.add(root);
      this.onFound(root);
      this.findIn(root);
    }
    return true;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#cancel?.();
    this.#later.clear();
    this.#found.clear();
  }

  #askAgain(hosts: readonly Element[]): void {
    let waiting = hosts;
    for (const after of ASK_AGAIN) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        waiting = waiting.filter((host) => isInDocument(host) && !this.visit(host));
      }, after);
      this.#timers.add(timer);
    }
  }
}
