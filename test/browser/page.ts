/** Puts markup into the page, instead of what the last test left, and gives the element around it. */
export function show(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  document.body.style.margin = '0';
  document.body.replaceChildren(root);
  return root;
}

/** The one element of the page that a selector names. */
export function the<E extends HTMLElement = HTMLElement>(selector: string): E {
  const [element, ...others] = document.querySelectorAll<E>(selector);
  if (!element || others.length > 0) throw new Error(`${others.length + 1} elements are ${selector}`);
  return element;
}

/** The text that a range covers. */
export function textOf(range: AbstractRange): string {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}

/** The texts painted under one of our highlight names, in the order of the document. */
export function painted(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])]
    .sort((a, b) => {
      const order = a.startContainer.compareDocumentPosition(b.startContainer);
      if (order === 0) return a.startOffset - b.startOffset;
      return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    })
    .map(textOf);
}

/** Says that this tab is in front or not, as the browser does. */
export function setTab(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}
