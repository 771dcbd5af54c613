import type { Code } from '../../../data/code';
import type { Verdict } from '../../../data/lookup/answer';

/** A code found in the page. */
export interface Mark {
  readonly code: Code;
  readonly verdict: Verdict;
  /** Static, since a live range costs time at every change of the page's DOM. */
  readonly range: StaticRange;
}

/**
 * The marked codes of this document, painted with the CSS Custom Highlight API: the page's DOM stays as it is.
 * The registry is shared with the page, so our names carry a prefix.
 */
export class Marks {
  readonly #marks = new Set<Mark>();
  readonly #byNode = new Map<Node, Mark[]>();
  readonly #highlights = new Map<Status, Highlight>();

  /** Adds a mark; a place that has one already keeps it. */
  add(mark: Mark): void {
    const { startContainer, startOffset } = mark.range;
    const there = this.#byNode.get(startContainer);
    if (
      there?.some(({ range }) => range.startContainer === startContainer && range.startOffset === startOffset)
    ) {
      return;
    }
    this.#marks.add(mark);
    for (const node of nodesOf(mark)) {
      this.#byNode.set(node, [...(this.#byNode.get(node) ?? []), mark]);
    }
    this.#highlight(statusOf(mark)).add(mark.range);
  }

  /** Drops the marks in the given subtrees, and those whose text has left the document. */
  dropWithin(roots: readonly Node[]): void {
    for (const mark of this.#marks) {
      const nodes = nodesOf(mark);
      if (nodes.every((node) => node.isConnected && !roots.some((root) => root.contains(node)))) continue;
      this.#marks.delete(mark);
      this.#highlights.get(statusOf(mark))?.delete(mark.range);
      for (const node of nodes) {
        const others = this.#byNode.get(node)?.filter((other) => other !== mark) ?? [];
        if (others.length > 0) this.#byNode.set(node, others);
        else this.#byNode.delete(node);
      }
    }
  }

  /** The mark around a place in a text node, its ends included. */
  at(node: Node, offset: number): Mark | null {
    return (
      this.#byNode.get(node)?.find(({ range }) => {
        const after = node !== range.startContainer || range.startOffset <= offset;
        const before = node !== range.endContainer || offset <= range.endOffset;
        return after && before;
      }) ?? null
    );
  }

  get isEmpty(): boolean {
    return this.#marks.size === 0;
  }

  /** Takes all marks and our names out of the page's registry. */
  clear(): void {
    for (const status of this.#highlights.keys()) CSS.highlights.delete(nameOf(status));
    this.#highlights.clear();
    this.#marks.clear();
    this.#byNode.clear();
  }

  #highlight(status: Status): Highlight {
    let highlight = this.#highlights.get(status);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(status, highlight);
    }
    // The page may have cleared the registry.
    if (CSS.highlights.get(nameOf(status)) !== highlight) CSS.highlights.set(nameOf(status), highlight);
    return highlight;
  }
}

/** What tells marks apart to the eye: the verdicts under which a claim bounces alike look alike. */
type Status = Exclude<Verdict, 'not-yet' | 'other-system'>;

function statusOf({ verdict }: Mark): Status {
  return verdict === 'not-yet' || verdict === 'other-system' ? 'unknown' : verdict;
}

/** The texts in which a mark begins and ends: mostly one. */
function nodesOf({ range }: Mark): Node[] {
  return [...new Set([range.startContainer, range.endContainer])];
}

function nameOf(status: Status): string {
  return `dxlens-${status}`;
}
