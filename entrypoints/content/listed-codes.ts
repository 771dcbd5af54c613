import { type Browser, browser } from 'wxt/browser';
import { type FromListedFrame, listPort } from '../../components/messages';

/** Changes are told at most once in so many milliseconds: each time the whole frame is gone through. */
const EVERY = 1000;
/** A change that comes after a quiet time is told so soon, in milliseconds: what else changes with it is told too. */
const SOON = 100;

interface Listener {
  readonly port: Browser.runtime.Port;
  readonly ended: AbortController;
  /** What it was told last, as JSON. */
  told: string;
}

/**
 * Tells the codes of this frame to the popups and side panels that list them, as long as they are open: each has a
 * connection, which ends with it. Without one nothing is listed.
 */
export class ListedCodes {
  readonly #listeners = new Map<number, Listener>();
  #lastTold = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly list: () => Extract<FromListedFrame, { kind: 'codes' }>['codes'],
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    // A page that goes into the browser's cache is not told that its connections end; when it comes back it is asked.
    window.addEventListener('pagehide', () => this.#endAll(), { signal });
  }

  /** @param asked the number of a question; one that has its answers already goes on having them */
  tell(asked: number): void {
    if (this.#listeners.has(asked) || this.signal.aborted) return;
    const port = browser.runtime.connect({ name: listPort(asked) });
    const listener = { port, ended: new AbortController(), told: '' };
    this.#listeners.set(asked, listener);
    port.onDisconnect.addListener(() => {
      // The browser complains of an error that nobody has looked at; that it is closed is all that matters.
      void browser.runtime.lastError;
      listener.ended.abort();
      this.#listeners.delete(asked);
    });
    document.addEventListener(
      'load',
      ({ target }) => target instanceof HTMLIFrameElement && post(port, { kind: 'frame-loaded' }),
      { capture: true, passive: true, signal: AbortSignal.any([listener.ended.signal, this.signal]) },
    );
    this.#tellAll([listener]);
  }

  /** There may be other codes than before. */
  changed(): void {
    if (this.#listeners.size === 0) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#tellAll(this.#listeners.values());
      },
      Math.max(SOON, this.#lastTold + EVERY - performance.now()),
    );
  }

  #endAll(): void {
    for (const { port, ended } of this.#listeners.values()) {
      port.disconnect();
      ended.abort();
    }
    this.#listeners.clear();
  }

  #tellAll(listeners: Iterable<Listener>): void {
    this.#lastTold = performance.now();
    const codes = this.list();
    const told = JSON.stringify(codes);
    for (const listener of listeners) {
      if (listener.told === told) continue;
      listener.told = told;
      post(listener.port, { kind: 'codes', codes });
    }
  }
}

function post(port: Browser.runtime.Port, message: FromListedFrame): void {
  port.postMessage(message);
}
