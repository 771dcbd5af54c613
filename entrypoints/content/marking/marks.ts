import type { MarkLook } from '../../../components/settings';
import type { Verdict } from '../../../data/lookup/answer';

/** A code found in the page. */
export interface Mark {
  /** What to look up: `E11.9`, `E10.-`, `M40-M43`. */
  readonly query: string;
  readonly verdict: Verdict;
  /** Static, since a live range costs time at every change of the page's DOM. */
  readonly range: StaticRange;
  /** The texts between the first and the last one, of a code that is split over elements. */
  readonly between?: readonly Node[];
}

/** What tells marks apart to the eye: the verdicts under which a claim bounces alike look alike. */
type Status = 'billable' | 'header' | 'incomplete' | 'deleted' | 'unknown';

const STATUSES: Readonly<Record<Verdict | 'range', Status>> = {
  billable: 'billable',
  header: 'header',
  range: 'header',
  incomplete: 'incomplete',
  deleted: 'deleted',
  'not-yet': 'unknown',
  'other-system': 'unknown',
  unknown: 'unknown',
};

/**
 * From so many removals on a highlight is made anew: in Firefox removing 6,000 ranges one by one takes half a
 * second, and making a highlight of as many 20 ms (Firefox 153).
 */
const MANY = 100;

/**
 * The marked codes of this document, painted with the CSS Custom Highlight API: the page's DOM stays as it is.
 * The registry is shared with the page, so our names carry a prefix. Changes are painted by `paint()`.
 */
export class Marks {
  /** By their text nodes; where a text has several, by the offsets at which they begin: -1 if in another text. */
  readonly #byNode = new Map<Node, Mark | Map<number, Mark>>();
  readonly #highlights = new Map<Status, Highlight>();
  /** Not painted yet, or no more. */
  readonly #added = new Set<Mark>();
  readonly #dropped = new Map<Status, Mark[]>();
  /** Those of this pass over the page, which it does not drop. */
  readonly #fresh = new Set<Mark>();
  #look: MarkLook = 'underline';
  #count = 0;

  /** @param onPaint called when marks have come or gone */
  constructor(private readonly onPaint: () => void = () => undefined) {}

  /** Adds a mark; a place that has one already keeps it. */
  add(mark: Mark): void {
    const { startContainer, startOffset } = mark.range;
    if (this.#find(startContainer, startOffset)) return;
    for (const node of textsOf(mark)) this.#link(node, mark);
    this.#count++;
    this.#fresh.add(mark);
    this.#added.add(mark);
  }

  /** Drops the marks that begin or end in a text node, but for those that this pass over the page has made. */
  dropIn(node: Node): void {
    // Asked of every text of a page.
    if (!this.#byNode.has(node)) return;
    for (const mark of this.#marksOf(node)) if (!this.#fresh.has(mark)) this.#drop(mark);
  }

  /** Begins a pass over the page: drops the marks whose text has left the document. */
  sweep(): void {
    this.#fresh.clear();
    for (const node of this.#byNode.keys()) if (!node.isConnected) this.dropIn(node);
  }

  /** Puts what has come into the highlights, and takes from them what has gone. */
  paint(): void {
    if (this.#look !== 'off') {
      for (const { verdict, range } of this.#added) this.#highlightOf(STATUSES[verdict]).add(range);
    }
    this.#added.clear();
    for (const [status, marks] of this.#dropped) {
      const highlight = this.#highlights.get(status);
      if (!highlight) continue;
      if (marks.length < MANY) for (const { range } of marks) highlight.delete(range);
      else this.#rebuild(status, highlight, marks);
    }
    this.#dropped.clear();
    this.onPaint();
  }

  /** The mark around a place in a text node, its ends included. */
  at(node: Node, offset: number): Mark | null {
    for (const mark of this.#marksOf(node)) {
      const { startContainer, startOffset, endContainer, endOffset } = mark.range;
      const after = node !== startContainer || startOffset <= offset;
      const before = node !== endContainer || offset <= endOffset;
      if (after && before) return mark;
    }
    return null;
  }

  /** All marks, in no order. */
  *all(): Generator<Mark> {
    for (const node of this.#byNode.keys()) {
      for (const mark of this.#marksOf(node)) if (mark.range.startContainer === node) yield mark;
    }
  }

  /** Whether a mark that was here is still here. */
  has(mark: Mark): boolean {
    return this.#find(mark.range.startContainer, mark.range.startOffset) === mark;
  }

  get count(): number {
    return this.#count;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Paints all marks in another way, or not at all. Codes can be looked up all the same. */
  show(look: MarkLook): void {
    if (look === this.#look) return;
    this.#unregister();
    this.#added.clear();
    this.#look = look;
    if (look !== 'off')
      for (const { verdict, range } of this.all()) this.#highlightOf(STATUSES[verdict]).add(range);
  }

  /** Puts back what the page has taken out of the registry, or out of our highlights. */
  register(): void {
    if (this.#look === 'off') return;
    let painted = 0;
    for (const [status, highlight] of this.#highlights) {
      const name = this.#nameOf(status);
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      painted += highlight.size;
    }
    if (painted + this.#added.size >= this.#count) return;
    for (const { verdict, range } of this.all()) this.#highlightOf(STATUSES[verdict]).add(range);
  }

  /** Takes all marks and our names out of the page's registry. */
  clear(): void {
    this.#unregister();
    this.#added.clear();
    this.#dropped.clear();
    this.#fresh.clear();
    this.#byNode.clear();
    this.#count = 0;
    this.onPaint();
  }

  #marksOf(node: Node): Mark[] {
    const there = this.#byNode.get(node);
    if (!there) return [];
    return there instanceof Map ? [...there.values()] : [there];
  }

  #find(node: Node, offset: number): Mark | undefined {
    const there = this.#byNode.get(node);
    if (!there || there instanceof Map) return there?.get(offset);
    return offsetIn(node, there) === offset ? there : undefined;
  }

  #link(node: Node, mark: Mark): void {
    const there = this.#byNode.get(node);
    if (!there) this.#byNode.set(node, mark);
    else if (there instanceof Map) there.set(offsetIn(node, mark), mark);
    else {
      const both = new Map([[offsetIn(node, there), there]]);
      this.#byNode.set(node, both.set(offsetIn(node, mark), mark));
    }
  }

  #unlink(node: Node, mark: Mark): void {
    const there = this.#byNode.get(node);
    if (there === mark) this.#byNode.delete(node);
    if (!(there instanceof Map) || there.get(offsetIn(node, mark)) !== mark) return;
    there.delete(offsetIn(node, mark));
    if (there.size === 0) this.#byNode.delete(node);
  }

  #drop(mark: Mark): void {
    for (const node of textsOf(mark)) this.#unlink(node, mark);
    this.#count--;
    this.#fresh.delete(mark);
    if (this.#added.delete(mark)) return;
    const status = STATUSES[mark.verdict];
    const dropped = this.#dropped.get(status);
    if (dropped) dropped.push(mark);
    else this.#dropped.set(status, [mark]);
  }

  #rebuild(status: Status, highlight: Highlight, dropped: readonly Mark[]): void {
    const gone = new Set<AbstractRange>(dropped.map(({ range }) => range));
    const left: AbstractRange[] = [];
    for (const range of highlight) if (!gone.has(range)) left.push(range);
    const made = new Highlight(...left);
    this.#highlights.set(status, made);
    CSS.highlights.set(this.#nameOf(status), made);
  }

  #highlightOf(status: Status): Highlight {
    let highlight = this.#highlights.get(status);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(status, highlight);
      CSS.highlights.set(this.#nameOf(status), highlight);
    }
    return highlight;
  }

  #unregister(): void {
    for (const [status, highlight] of this.#highlights) {
      // The page may have put something of its own there.
      if (CSS.highlights.get(this.#nameOf(status)) === highlight) CSS.highlights.delete(this.#nameOf(status));
    }
    this.#highlights.clear();
  }

  #nameOf(status: Status): string {
    return nameOf(status, this.#look);
  }
}

/** Takes the marks of an earlier version of Dx Lens out of the registry. */
export function removeLeftMarks(): void {
  for (const status of Object.values(STATUSES))
    for (const look of ['underline', 'background'] as const) CSS.highlights.delete(nameOf(status, look));
}

function nameOf(status: Status, look: MarkLook): string {
  return look === 'background' ? `dxlens-${status}-background` : `dxlens-${status}`;
}

function offsetIn(node: Node, { range }: Mark): number {
  return range.startContainer === node ? range.startOffset : -1;
}

/** The texts that a mark covers: mostly one. */
function textsOf({ range: { startContainer, endContainer }, between }: Mark): Node[] {
  if (startContainer === endContainer) return [startContainer];
  return [startContainer, ...(between ?? []), endContainer];
}
