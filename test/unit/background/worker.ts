import { vi } from 'vitest';

/**
 * What a browser gives the background, in memory: the events, the storage, the tabs. The browser goes on when the
 * worker is stopped: what the tests import after `stopWorker` is a worker that has just been started.
 */

type Listener = (...given: never[]) => unknown;

/** An event of the extension API. */
class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): unknown => this.listeners.add(listener);
  removeListener = (listener: Listener): unknown => this.listeners.delete(listener);

  /** Calls the listeners, and gives what they return. */
  fire(...given: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => (listener as (...all: unknown[]) => unknown)(...given));
  }
}

class FakeStorage {
  readonly items = new Map<string, unknown>();
  readonly onChanged = new FakeEvent();
  get = async (key: string) => ({ [key]: structuredClone(this.items.get(key)) });
  set = async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) this.items.set(key, structuredClone(value));
  };
  remove = async (key: string) => {
    this.items.delete(key);
  };
}

interface Message {
  readonly type: string;
  readonly data: unknown;
}

/** What a frame answers to a message; what it throws is told to who asked. */
export type Frame = (message: Message) => unknown;

/** A frame that never answers: it is busy, or its tab is frozen. */
export const BUSY: Frame = () => new Promise(() => undefined);
/** A frame that has gone, or has no reader. */
export const GONE: Frame = () => Promise.reject(new Error('gone'));

/** The frames of the tabs, by tab and frame. */
export const tabs = new Map<number, Map<number, Frame>>();

export const browser = {
  runtime: {
    id: 'dxlens',
    lastError: undefined,
    getURL: (path: string) => `chrome-extension://dxlens${path}`,
    getManifest: () => ({
      content_scripts: [{ matches: ['https://*/*'], js: ['reader.js'], css: ['marks.css'] }],
    }),
    onInstalled: new FakeEvent(),
    onMessage: new FakeEvent(),
  },
  storage: { session: new FakeStorage(), local: new FakeStorage(), onChanged: new FakeEvent() },
  tabs: {
    query: vi.fn(async () => [...tabs.keys()].map((id) => ({ id }))),
    create: vi.fn(async (_tab: { url: string; active?: boolean }) => ({})),
    update: vi.fn(async (_tab: { url: string }) => ({})),
    sendMessage: vi.fn(
      (
        tabId: number,
        message: Message,
        at: { frameId: number } | undefined,
        answer: (told?: unknown) => void,
      ) => {
        const frames = at ? [tabs.get(tabId)?.get(at.frameId)] : [...(tabs.get(tabId)?.values() ?? [])];
        const answers = frames.map(async (frame = GONE) => frame(message));
        // A broadcast has one answer, the first.
        Promise.race(answers).then(
          (res) => answer({ res }),
          () => answer(),
        );
      },
    ),
  },
  scripting: {
    insertCSS: vi.fn(async (_into: object) => undefined),
    executeScript: vi.fn(async ({ target }: { target: { tabId: number } }) =>
      [...(tabs.get(target.tabId)?.keys() ?? [])].map((frameId) => ({ frameId, result: true })),
    ),
  },
  action: {
    openPopup: vi.fn(async (_in: object) => undefined),
    setBadgeText: vi.fn(async (_badge: { tabId: number; text: string }) => undefined),
    setTitle: vi.fn(async () => undefined),
    setBadgeBackgroundColor: vi.fn(async () => undefined),
    setBadgeTextColor: vi.fn(async () => undefined),
  },
  commands: { onCommand: new FakeEvent() },
  contextMenus: { onClicked: new FakeEvent(), removeAll: vi.fn(), create: vi.fn() },
  management: { getSelf: async () => ({ installType: 'normal' }) },
  omnibox: {
    onInputStarted: new FakeEvent(),
    onInputChanged: new FakeEvent(),
    onInputEntered: new FakeEvent(),
    setDefaultSuggestion: vi.fn((_suggestion: { description: string }) => undefined),
  },
  sidePanel: { open: vi.fn(async (_in: object) => undefined) },
};

vi.stubGlobal('chrome', browser);

/** Sends a message to the background, as a page of the extension or a reader does. */
export function tell(type: string, data: unknown, sender: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const message = { id: 1, type, data, timestamp: 1 };
    browser.runtime.onMessage.fire(
      message,
      sender,
      ({ res, err }: { res?: unknown; err?: { message: string } }) =>
        err ? reject(new Error(err.message)) : resolve(res),
    );
  });
}

/** Stops the worker: its memory and what it waits for are lost. */
export function stopWorker(): void {
  for (const event of eventsIn(browser)) event.listeners.clear();
  vi.resetModules();
}

/** A new profile with a browser that was just started. */
export function startBrowser(): void {
  stopWorker();
  tabs.clear();
  browser.storage.session.items.clear();
  browser.storage.local.items.clear();
  vi.clearAllMocks();
}

/** Waits until all has happened that needs no timer. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function* eventsIn(part: object): Generator<FakeEvent> {
  if (part instanceof FakeEvent) yield part;
  else
    for (const inner of Object.values(part)) if (typeof inner === 'object' && inner) yield* eventsIn(inner);
}
