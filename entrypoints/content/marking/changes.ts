import { boundsRun, containerOf } from '../reading/inline-runs';
import { isElement, isText, nameOf, nextOf, previousOf } from '../reading/nodes';

/** A place to read: a node with all below it, or only the text that stands in a container itself. */
export interface Place {
  readonly node: Node;
  readonly isAll: boolean;
}

/**
 * What must be read again after a change of the page. A block that comes between blocks is read alone, and one
 * that goes leaves nothing to read, so that a growing list or a message at the end of the page costs no more
 * than its own text. Other changes join or part runs: then the text of the container is read, without the blocks
 * in it.
 */
export function placesToRead({
  type,
  target,
  addedNodes,
  removedNodes,
  previousSibling,
  nextSibling,
}: MutationRecord): Place[] {
  const around = { node: containerOf(target) ?? target, isAll: false };
  if (type === 'characterData') return [around];
  if (all(addedNodes, isCard) && all(removedNodes, isCard)) return [];
  const blocks =
    (target instanceof ShadowRoot || boundsRun(target)) &&
    all(addedNodes, isBlockOrBlank) &&
    all(removedNodes, isBlockOrBlank) &&
    !touchesText(previousSibling, previousOf) &&
    !touchesText(nextSibling, nextOf);
  const added = [...addedNodes].filter((node) =>
    blocks ? !isBlank(node) && !isCard(node) : isElement(node),
  );
  return [...(blocks ? [] : [around]), ...added.map((node) => ({ node, isAll: true }))];
}

/** Whether what stands on that side is text of the same run, with nothing but white space before it. */
function touchesText(side: Node | null, next: (node: Node) => Node | null): boolean {
  let node = side;
  while (node && isBlank(node)) node = next(node);
  return node !== null && !boundsRun(node);
}

/** Our own card, which stands between no texts. */
function isCard(node: Node): boolean {
  return isElement(node) && nameOf(node) === 'dxlens-card';
}

function isBlockOrBlank(node: Node): boolean {
  return boundsRun(node) || isBlank(node);
}

function isBlank(node: Node): boolean {
  return !isElement(node) && (!isText(node) || !node.data.trim());
}

function all(nodes: NodeList, test: (node: Node) => boolean): boolean {
  // Not with an iterator, which costs more than most tests: a grid that is filled anew has hundreds of changes at once.
  for (let at = 0; at < nodes.length; at++) if (!test(nodes[at] as Node)) return false;
  return true;
}
