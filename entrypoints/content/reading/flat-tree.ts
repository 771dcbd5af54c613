import { isElement, parentOf, treeOf } from './nodes';

/** The element around another one as it is laid out: through slots and shadow roots. */
export function flatParentOf(element: Element): Element | null {
  if (element.assignedSlot instanceof Element) return element.assignedSlot;
  const parent = parentOf(element);
  if (parent) return isElement(parent) ? parent : hostOf(parent);
  return hostOf(treeOf(element));
}

/** The element that has the focus, also in the shadow roots that are known. */
export function focusedElement(roots: readonly ShadowRoot[]): Element | null {
  let element = document.activeElement;
  for (;;) {
    const host = element;
    const root = host?.shadowRoot ?? roots.find((known) => known.host === host);
    if (!root?.activeElement) return element;
    element = root.activeElement;
  }
}

function hostOf(root: Node): Element | null {
  return root instanceof ShadowRoot ? root.host : null;
}
