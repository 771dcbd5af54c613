/**
 * Runs in the page, before its first script: writes down all that the page can see of what others do to it.
 * No function in here may have a name of its own: esbuild would call a helper that the page does not have.
 * `stateOfPage` has to be a function of the page by then.
 * @param started the event by which WXT's content scripts announce themselves, if they are let
 */
export function watch(started: string): void {
  const seen: string[] = [];
  const roots: ShadowRoot[] = [];
  let isQuiet = true;
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      const added = [...addedNodes].map(({ nodeName }) => `+${nodeName}`);
      const removed = [...removedNodes].map(({ nodeName }) => `-${nodeName}`);
      seen.push([type, target.nodeName, ...added, ...removed, attributeName ?? ''].join(' ').trim());
    }
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  Object.assign(window, {
    watched: {
      /** From here on the page does nothing by itself. */
      begin() {
        for (const root of [document, ...roots]) observer.observe(root, everything);
        isQuiet = false;
      },
      end() {
        isQuiet = true;
        observer.disconnect();
      },
      seen,
    },
  });

  // What a site may have patched: nothing of ours runs in its world, so it gets nothing to see.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (!isQuiet) seen.push(`call attachShadow ${this.nodeName}`);
    if (init.mode === 'open') roots.push(root);
    return root;
  };
  const patched: [object, string[]][] = [
    [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
    [Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'normalize']],
    [
      Element.prototype,
      ['append', 'prepend', 'before', 'after', 'remove', 'replaceChildren', 'setAttribute'],
    ],
    [
      Element.prototype,
      ['scrollIntoView', 'scrollTo', 'getBoundingClientRect', 'insertAdjacentHTML', 'matches'],
    ],
    [HTMLElement.prototype, ['focus', 'blur', 'click', 'showPopover', 'hidePopover']],
    [Document.prototype, ['createElement', 'createTreeWalker', 'elementFromPoint', 'querySelectorAll']],
    [Document.prototype, ['execCommand', 'caretPositionFromPoint', 'getSelection']],
    [MutationObserver.prototype, ['observe']],
    [CustomElementRegistry.prototype, ['define', 'get']],
    [CSSStyleSheet.prototype, ['insertRule', 'replaceSync']],
    [
      window,
      ['postMessage', 'getSelection', 'getComputedStyle', 'fetch', 'requestIdleCallback', 'setTimeout'],
    ],
  ];
  for (const [owner, names] of patched) {
    for (const name of names) {
      const methods = owner as Record<string, unknown>;
      const method = methods[name];
      if (typeof method !== 'function') continue;
      methods[name] = function (this: unknown, ...args: unknown[]) {
        if (!isQuiet) seen.push(`call ${name}`);
        return method.apply(this, args);
      };
    }
  }

  const types = new Set(['focusin', 'focusout', 'DOMContentLoaded', 'message', started]);
  for (const owner of [window, document, HTMLElement.prototype]) {
    for (const key in owner) if (key.startsWith('on')) types.add(key.slice(2));
  }
  // The pointer is the test's own, and a page loads by itself.
  const expected = /^(?:pointer|mouse)|^(?:load|pageshow|pagereveal|readystatechange|DOMContentLoaded)$/;
  for (const type of types) {
    if (expected.test(type)) continue;
    window.addEventListener(
      type,
      ({ target, isTrusted }) => {
        const { nodeName = 'window' } = target as Partial<Node>;
        // A popover tells of its coming and going; this one is no element of the page.
        if (!isQuiet && nodeName !== 'DXLENS-CARD')
          seen.push(`event ${type} ${nodeName}${isTrusted ? '' : ', made by a script'}`);
      },
      { capture: true, passive: true },
    );
  }
  window.addEventListener('DOMContentLoaded', () => {
    const { watched, stateOfPage } = window as unknown as Watched;
    watched.before = stateOfPage();
    watched.begin();
  });
}

interface Watched {
  readonly watched: { before?: unknown; begin(): void };
  readonly stateOfPage: () => unknown;
}

/** Runs in the page: all of its state that a script could have changed. */
export function stateOfPage() {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const fields = [...document.querySelectorAll('input,textarea,select')] as HTMLInputElement[];
  const selection = getSelection();
  return {
    html: [document.documentElement, ...roots].map((root) => {
      const copy = document.implementation.createHTMLDocument();
      copy.documentElement.innerHTML = root.innerHTML;
      for (const card of copy.querySelectorAll('dxlens-card')) card.remove();
      return copy.documentElement.outerHTML;
    }),
    attributes: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
    sheets: [document, ...roots].map((root) => [root.styleSheets.length, root.adoptedStyleSheets.length]),
    fields: fields.map((field) => [field.value, field.checked, field.selectionStart, field.selectionEnd]),
    active: document.activeElement?.id || document.activeElement?.nodeName,
    selected: [selection?.toString(), selection?.anchorOffset, selection?.focusOffset, selection?.rangeCount],
    scrolled: [scrollX, scrollY],
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$/.test(name))
      .sort(),
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    element: customElements.get('dxlens-card') === undefined,
    title: document.title,
  };
}

/** Runs in the page: ends the watching, and gives what was seen and the page's state before and after. */
export function whatWasSeen(): { seen: string[]; before: unknown; after: unknown } {
  const { watched, stateOfPage } = window as unknown as {
    watched: { seen: string[]; before: unknown; end(): void };
    stateOfPage: () => unknown;
  };
  watched.end();
  return { seen: watched.seen, before: watched.before, after: stateOfPage() };
}
