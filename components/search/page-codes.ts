import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { type FromListedFrame, listPort, MOST_LISTED, sendMessage } from '../messages';
import { VerdictSchema } from '../verdict-schema';
import type { Listed } from './rows';

export type PageCode = Omit<Listed, 'title'>;

/** It comes from a page's process, which may be broken into. */
const FromFrame = v.variant('kind', [
  v.object({ kind: v.literal('frame-loaded') }),
  v.object({
    kind: v.literal('codes'),
    codes: v.pipe(
      v.array(
        v.object({
          spelling: v.pipe(v.string(), v.regex(/^[A-Z][\w.]{1,7}(?:-[\w.]{0,8})?$/)),
          verdict: VerdictSchema,
        }),
      ),
      v.maxLength(MOST_LISTED),
    ),
  }),
]);

interface Frame {
  readonly port: Browser.runtime.Port;
  readonly codes: readonly PageCode[];
}

/**
 * The codes that are marked in one tab. Each of its frames connects, and tells its codes as they change; a frame that
 * goes ends its connection, and closing this page ends them all.
 */
export class PageCodes {
  /** By their ids; the top one is 0. */
  readonly #frames = new Map<number, Frame>();
  #tabId: number | undefined;
  /** Popups and side panels may be asking the same tab; each knows its connections by its number. */
  #asked = 0;

  /**
   * @param onCodes called with all of them, each once, when they have changed
   * @param onFrameLoaded called when a frame has come that was not asked
   */
  constructor(
    private readonly onCodes: (codes: readonly PageCode[]) => void,
    private readonly onFrameLoaded: () => void,
  ) {
    browser.runtime.onConnect.addListener(this.#onConnect);
  }

  get tabId(): number | undefined {
    return this.#tabId;
  }

  /**
   * Asks all frames of a tab; those that have connected already go on.
   * @param tabId undefined when there is none to ask
   */
  async ask(tabId: number | undefined): Promise<void> {
    if (tabId !== this.#tabId) {
      this.#disconnect();
      this.#tabId = tabId;
      this.#asked = Math.random();
      this.#changed();
    }
    if (tabId === undefined) return;
    // Browser pages, the store and our own pages have no reader, and no codes.
    await sendMessage('listCodes', this.#asked, tabId).catch(() => undefined);
  }

  close(): void {
    browser.runtime.onConnect.removeListener(this.#onConnect);
    this.#disconnect();
    // What is on its way belongs to nobody.
    this.#asked = 0;
  }

  readonly #onConnect = (port: Browser.runtime.Port) => {
    const { tab, frameId = 0 } = port.sender ?? {};
    if (port.name !== listPort(this.#asked) || tab?.id !== this.#tabId) return;
    this.#frames.set(frameId, { port, codes: [] });
    port.onMessage.addListener((message: FromListedFrame) => {
      const told = v.parse(FromFrame, message);
      if (this.#frames.get(frameId)?.port !== port) return;
      if (told.kind === 'frame-loaded') return this.onFrameLoaded();
      this.#frames.set(frameId, { port, codes: told.codes });
      this.#changed();
    });
    port.onDisconnect.addListener(() => {
      // The next document of a frame may have connected before the last one is gone.
      if (this.#frames.get(frameId)?.port !== port) return;
      this.#frames.delete(frameId);
      this.#changed();
    });
  };

  #disconnect(): void {
    for (const { port } of this.#frames.values()) port.disconnect();
    this.#frames.clear();
  }

  #changed(): void {
    const bySpelling = new Map<string, PageCode>();
    for (const [, { codes }] of [...this.#frames].sort(([a], [b]) => a - b)) {
      for (const code of codes) if (!bySpelling.has(code.spelling)) bySpelling.set(code.spelling, code);
    }
    this.onCodes([...bySpelling.values()]);
  }
}
