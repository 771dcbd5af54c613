/**
 * Reading a page as a person does: text that stands on one line without a gap is one run, whatever elements
 * it is split over; text of two cells, list items or paragraphs is two.
 */
export interface InlineRun {
  readonly text: string;
  readonly parts: readonly RunPart[];
}

interface RunPart {
  readonly node: Text;
  /** Offset in the run's text of the node's first character. */
  readonly start: number;
}

/** Elements that do not end a run. An author's CSS can make any of them a block: see `spanOf`. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s ' +
    'samp small span strike strong sub sup time tspan tt u var wbr'
  ).split(' '),
);
/** Elements whose text is not page text. Form fields are read by their value, on hover. */
const UNREAD = new Set(
  (
    'audio canvas datalist embed head iframe input math noscript object option script select style template ' +
    'textarea title video'
  ).split(' '),
);

/**
 * The runs below a node, in document order. The page may change between two of them.
 * @returns false when it took away the place that was reached, so that what follows there was not read
 */
export function* inlineRuns(root: Node): Generator<InlineRun, boolean> {
  let parts: RunPart[] = [];
  let text = '';
  let node: Node | null = root;
  let leaving = false;

  while (node) {
    if (!leaving && node.nodeType === Node.TEXT_NODE) {
      parts.push({ node: node as Text, start: text.length });
      text += (node as Text).data;
    }
    const kind = kindOf(node);
    if (kind !== 'inline' && text) {
      yield { text, parts };
      parts = [];
      text = '';
    }
    if (!leaving && kind !== 'unread' && node.firstChild) {
      node = node.firstChild;
    } else if (node === root) {
      break;
    } else if (node.nextSibling) {
      node = node.nextSibling;
      leaving = false;
    } else {
      node = node.parentNode;
      leaving = true;
    }
  }
  if (text) yield { text, parts };
  return node === root;
}

/** Whether a node ends the run before it. */
export function boundsRun(node: Node): boolean {
  return kindOf(node) !== 'inline';
}

/** The nearest element around a node that bounds its run. */
export function runContainer(node: Node): Element | null {
  let element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (element && !boundsRun(element)) element = element.parentElement;
  return element;
}

/** Whether no text below the node is read. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (kindOf(at) === 'unread') return true;
  }
  return false;
}

/**
 * The DOM range of a stretch of a run.
 * @returns null when CSS separates what the elements' names join, as with `<span>`s laid out as cells
 */
export function spanOf(run: InlineRun, start: number, end: number): StaticRange | null {
  const first = run.parts.findLastIndex((part) => part.start <= start);
  const last = run.parts.findLastIndex((part) => part.start < end);
  const [from, ...others] = run.parts.slice(first, last + 1);
  const to = others.at(-1) ?? from;
  if (!from || !to || !others.every(({ node }) => flowTogether(from.node, node))) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: start - from.start,
    endContainer: to.node,
    endOffset: end - to.start,
  });
}

function kindOf(node: Node): 'inline' | 'boundary' | 'unread' {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE) return 'inline';
  if (node.nodeType !== Node.ELEMENT_NODE) return 'boundary';
  const { localName } = node as Element;
  if (INLINE.has(localName)) return 'inline';
  return UNREAD.has(localName) ? 'unread' : 'boundary';
}

/** Whether every element between two text nodes and their common ancestor is laid out inline. */
function flowTogether(a: Text, b: Text): boolean {
  const around = new Set(ancestors(a));
  const common = ancestors(b).find((element) => around.has(element));
  return [a, b].every((node) =>
    ancestors(node)
      .slice(0, ancestors(node).indexOf(common as Element))
      .every((element) => ['inline', 'contents'].includes(getComputedStyle(element).display)),
  );
}

function ancestors(node: Node): Element[] {
  const found: Element[] = [];
  for (let element = node.parentElement; element; element = element.parentElement) found.push(element);
  return found;
}
