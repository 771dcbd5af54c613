/**
 * A form gives its fields in place of its own properties: with `<input name="parentNode">` in it, its parentNode is
 * that field, in a content script too (Chromium 156; not in Firefox). The getters themselves are not taken in.
 */
function getter<Owner, Key extends keyof Owner>(prototype: Owner, key: Key): (node: Owner) => Owner[Key] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get as (this: Owner) => Owner[Key];
  return (node) => get.call(node);
}

export const typeOf = getter(Node.prototype, 'nodeType');
export const parentOf = getter(Node.prototype, 'parentNode') as (node: Node) => Node | null;
export const firstChildOf = getter(Node.prototype, 'firstChild') as (node: Node) => Node | null;
export const nextOf = getter(Node.prototype, 'nextSibling') as (node: Node) => Node | null;
export const previousOf = getter(Node.prototype, 'previousSibling') as (node: Node) => Node | null;
export const textOf = getter(Node.prototype, 'textContent');
export const isInDocument = getter(Node.prototype, 'isConnected');
export const nameOf = getter(Element.prototype, 'localName');

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

/** Tells without gathering its text that an element has more than so many characters; false where that is not plain. */
export function isPlainlyLonger(element: Element, length: number): boolean {
  const { firstChild: first, lastChild: last } = element;
  return (
    (first instanceof Text && first.data.length > length) ||
    (last instanceof Text && last.data.length > length)
  );
}
