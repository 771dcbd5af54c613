/**
 * Stands in for WXT's context of a content script (see `wxt.config.ts`). That one announces itself by an event on the
 * document, which any page can listen for, and watches the page's address; the reader needs neither: it notices by
 * itself when the extension has gone (`reader.ts`).
 */
export class ContentScriptContext {}
