import type { Mark } from '../marking/marks';

/**
 * Marks in the order in which they are read: that of the document, what is in a shadow root where its host stands.
 * @param top the document, or the root that all of them are in
 * @param roots the shadow roots in which marks can be
 */
export function inReadingOrder(marks: Iterable<Mark>, top: Node, roots: readonly ShadowRoot[]): Mark[] {
  const byText = new Map<Node, Mark[]>();
  for (const mark of marks) {
    const { startContainer } = mark.range;
    const there = byText.get(startContainer);
    if (there) there.push(mark);
    else byText.set(startContainer, [mark]);
  }
  const inner = new Map<Node, ShadowRoot>(roots.map((root) => [root.host, root]));
  const ordered: Mark[] = [];
  const walk = (root: Node) => {
    // Without shadow roots no element has to be looked at.
    const what = inner.size > 0 ? NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT : NodeFilter.SHOW_TEXT;
    const walker = document.createTreeWalker(root, what);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const there = byText.get(node);
      if (there) ordered.push(...there.sort((a, b) => a.range.startOffset - b.range.startOffset));
      const within = inner.get(node);
      if (within) walk(within);
    }
  };
  walk(top);
  return ordered;
}
