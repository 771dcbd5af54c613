import { MAY_HAVE_CODE, MAY_HAVE_CODE_OF_PIECES, PIECES } from '../../../data/spotting/nominate';
import { boundsRun, type Container, containerOf, isUnread } from './inline-runs';
import { firstChildOf, isElement, isText, nextOf, parentOf } from './nodes';
import { isShown } from './shown';

/** How many texts without a code are passed between two chances to pause. */
const STRIDE = 64;
/** A code is at most so long, with its dot: as much of the texts on both sides is tried together. */
const LONGEST = 8;
/** Longer texts are taken to have one: looking through a megabyte takes as long as a slice (Chromium 156). */
const LONG = 100_000;

/**
 * The containers below a node that may have a code in them, each once, in document order; null where nothing
 * has turned up for a while.
 * @param passed called for each text on the way
 * @param first where to begin: what stands before it comes last
 * @param unshown called for inline elements with what may be a code that are not shown within a container
 * @param isAll false reads only the text that stands in the node itself
 */
export function* containersWithCodes(
  root: Node,
  passed: (text: Text) => void,
  first: Node | null = null,
  unshown?: (element: Element) => void,
  isAll = true,
): Generator<Container | null, void> {
  if (isText(root)) {
    passed(root);
    const container = containerOf(root);
    if (container && !isUnread(container)) yield container;
    return;
  }
  const only = isAll ? null : onlyTextOf(root);
  if (only) {
    passed(only);
    if (mayHaveCode(only.data) && !isUnread(root as Container)) yield root as Container;
    return;
  }
  const seen = new Set<Container>();
  const known = new Map<Node, Container | null>();
  const unread = new Map<Node, boolean>();
  const walker = isAll ? document.createTreeWalker(root, NodeFilter.SHOW_TEXT) : ownTexts(root);
  const isTurned = first !== null && first !== root && Node.prototype.contains.call(root, first);
  if (isTurned) walker.currentNode = first;
  yield* read(walker, null);
  if (!isTurned) return;
  walker.currentNode = root;
  yield* read(walker, first);

  function* read(texts: TreeWalker, until: Node | null): Generator<Container | null, void> {
    let before = '';
    let count = 0;
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      if (until && isAtOrBehind(node, until)) return;
      passed(node);
      const { data } = node;
      if (mayHaveCode(data) || mayJoin(before, data)) {
        const container = containerOf(node, known);
        const parent = parentOf(node);
        if (unshown && parent !== container && !isShown(parent as Element)) unshown(parent as Element);
        else if (container && !seen.has(container)) {
          seen.add(container);
          if (!isUnread(container, unread)) yield container;
        }
      }
      if (++count % STRIDE === 0) yield null;
      const goesOn = data.length < LONGEST && isOfCode(data.charCodeAt(0));
      before = goesOn ? before.slice(-2 * LONGEST) + PIECES + data : data;
    }
  }
}

function mayHaveCode(data: string): boolean {
  return data.length > LONG || MAY_HAVE_CODE.test(data);
}

/** The text of a block that holds nothing else, as the cells of a table that are filled anew: no walk is needed. */
function onlyTextOf(root: Node): Text | null {
  if (!isElement(root) || !boundsRun(root)) return null;
  const first = firstChildOf(root);
  return first && isText(first) && !nextOf(first) ? first : null;
}

function ownTexts(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!isElement(node)) return NodeFilter.FILTER_ACCEPT;
    return boundsRun(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
}

function isAtOrBehind(node: Node, until: Node): boolean {
  const place = Node.prototype.compareDocumentPosition.call(until, node);
  return (place & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0;
}

/** Whether a code may begin at the end of one text and go on in the next: the cheap questions first. */
function mayJoin(before: string, data: string): boolean {
  if (!isOfCode(data.charCodeAt(0)) || !isOfCode(before.charCodeAt(before.length - 1))) return false;
  return MAY_HAVE_CODE_OF_PIECES.test(before.slice(-2 * LONGEST) + PIECES + data.slice(0, LONGEST));
}

/** A digit, a letter, or the dot. */
function isOfCode(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 46
  );
}
