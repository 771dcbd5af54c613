import { boundsRun, runContainer } from '../reading/inline-runs';

/**
 * What must be read again after a change of the page. A block that comes between blocks is read alone, and one
 * that goes leaves nothing to read, so that a growing list or a message at the end of the page costs no more
 * than its own text. Other changes join or part runs: then all within the nearest boundary is read.
 */
export function placesToRead({
  type,
  target,
  addedNodes,
  removedNodes,
  previousSibling,
  nextSibling,
}: MutationRecord): Node[] {
  if (type === 'characterData') return [runContainer(target) ?? target];
  const blocks =
    boundsRun(target) &&
    [...addedNodes, ...removedNodes].every((node) => boundsRun(node) || isBlank(node)) &&
    !touchesText(previousSibling, 'previousSibling') &&
    !touchesText(nextSibling, 'nextSibling');
  if (!blocks) return [runContainer(target) ?? target];
  return [...addedNodes].filter((node) => !isBlank(node) && node.nodeName !== 'DXLENS-CARD');
}

/** Whether what stands on that side is text of the same run, with nothing but white space before it. */
function touchesText(side: Node | null, next: 'previousSibling' | 'nextSibling'): boolean {
  let node = side;
  while (node && isBlank(node)) node = node[next];
  return node !== null && !boundsRun(node);
}

function isBlank(node: Node): boolean {
  return node.nodeType !== Node.ELEMENT_NODE && !node.nodeValue?.trim();
}
