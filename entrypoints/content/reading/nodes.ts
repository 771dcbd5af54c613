/**
 * A form gives its fields in place of its own properties: with `<input name="parentNode">` in it, its parentNode is
 * that field, in a content script too (Chromium 156; not in Firefox). The getters themselves are not taken in.
 */
function getterOf<Owner extends object, Key extends keyof Owner>(
  prototype: Owner,
  key: Key,
): (this: Owner) => Owner[Key] {
  return Object.getOwnPropertyDescriptor(prototype, key)?.get as (this: Owner) => Owner[Key];
}

const getType = getterOf(Node.prototype, 'nodeType');
const getParent = getterOf(Node.prototype, 'parentNode');
const getFirstChild = getterOf(Node.prototype, 'firstChild');
const getNext = getterOf(Node.prototype, 'nextSibling');
const getPrevious = getterOf(Node.prototype, 'previousSibling');
const getText = getterOf(Node.prototype, 'textContent');
const getIsConnected = getterOf(Node.prototype, 'isConnected');
const getLocalName = getterOf(Element.prototype, 'localName');

// Each a function of its own: V8 makes a fast call only where it is always the same getter that is called.
export function typeOf(node: Node): number {
  return getType.call(node);
}

export function parentOf(node: Node): Node | null {
  return getParent.call(node);
}

export function firstChildOf(node: Node): Node | null {
  return getFirstChild.call(node);
}

export function nextOf(node: Node): Node | null {
  return getNext.call(node);
}

export function previousOf(node: Node): Node | null {
  return getPrevious.call(node);
}

export function textOf(node: Node): string | null {
  return getText.call(node);
}

export function isInDocument(node: Node): boolean {
  return getIsConnected.call(node);
}

export function nameOf(element: Element): string {
  return getLocalName.call(element);
}

/** The document or shadow root that a node stands in; the outermost node of what is in none. */
export function treeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return typeOf(node) === Node.TEXT_NODE;
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether a node stands, however deep, in one that is meant. */
export function standsIn(node: Node, isMeant: (around: Node) => boolean): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (isMeant(at)) return true;
  return false;
}

/** So many children of an element are asked for their lengths. */
const MOST_CHILDREN = 6;

/** Tells without gathering its text that an element has more than so many characters; false where that is not plain. */
export function isPlainlyLonger(element: Element, length: number): boolean {
  // Not their sum: between elements stands white space, which is no text.
  let child = firstChildOf(element);
  for (let count = 0; child && count < MOST_CHILDREN; count++, child = nextOf(child)) {
    if (isText(child) && child.length > length) return true;
  }
  return false;
}
