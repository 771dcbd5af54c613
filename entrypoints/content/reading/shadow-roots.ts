import { nameOf } from './nodes';

/** Chromium gives closed roots to content scripts by a function, Firefox by a property of each element. */
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

/** Elements of HTML that take a shadow root and are many on any page: only those without content are asked. */
const EMPTY_HOSTS = ':empty:is(div,section,article,aside,main)';
/** Of open roots every element can be asked quickly, if there are not too many: 2,000 take 1 ms (Chromium 156). */
const MOST_ASKED = 2_000;
/** Chromium tries the names of a list one after the other: with the most frequent first it takes a third (156). */
const HOSTS =
  ':not(td,tr,li,a,b,i,option,path,svg,input,button,th,tbody)' +
  ':is(div,section,article,aside,main,header,footer,nav,span,p,blockquote,h1,h2,h3,h4,h5,h6)';
/**
 * All but the most frequent elements, so that few are left to look at for a hyphen in their names; in the order of
 * their frequency, as above.
 */
const RARE =
  ':not(td,div,span,tr,p,li,a,b,i,option,path,br,button,code,em,form,h1,h2,h3,h4,img,input,label,link,meta,ol,' +
  'pre,script,section,select,strong,style,svg,table,tbody,th,thead,ul)';

/** The shadow root of an element, open or closed; null where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // Of a form such a property could be one of its fields.
  if (element instanceof HTMLFormElement) return null;
  if (element.shadowRoot) return element.shadowRoot;
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  if (!(element instanceof HTMLElement) || typeof chrome === 'undefined') return null;
  return chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** The custom elements below a node, which most often have a shadow root. */
export function customElements(root: Element | ShadowRoot): Element[] {
  return [...all(root, RARE)].filter(isCustom);
}

/**
 * The plain elements below a node that are likely to have a shadow root: those without content of their own, and on
 * small pages those with an open one. Asking every element takes Chromium 1 µs each, more than all reading
 * (Chromium 156); one with both content and a closed root is found when the pointer comes upon it.
 */
export function plainHosts(root: Element | ShadowRoot): Element[] {
  const plain = all(root, HOSTS);
  const open = plain.length <= MOST_ASKED ? [...plain].filter(({ shadowRoot }) => shadowRoot) : [];
  return [...all(root, EMPTY_HOSTS), ...open];
}

function all(root: Element | ShadowRoot, selector: string): NodeListOf<Element> {
  const { querySelectorAll } = root instanceof Element ? Element.prototype : DocumentFragment.prototype;
  return querySelectorAll.call(root, selector);
}

/** Our own card's root is none of the page's. */
export function isCustom(element: Element): boolean {
  const name = nameOf(element);
  return name.includes('-') && name !== 'dxlens-card';
}
