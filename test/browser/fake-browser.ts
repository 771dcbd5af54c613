/** The parts of the extension API that our settings use, in memory. */
type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

let stored: Record<string, unknown> = {};
const listeners = new Set<Listener>();

/** Puts something into the storage, as another page of the extension does; null clears it. */
export function store(settings: unknown): void {
  stored = settings === null ? {} : { settings };
  for (const listener of listeners) listener({ settings: { newValue: settings ?? undefined } });
}

/** What is in the storage. */
export const storedSettings = (): unknown => stored.settings;
/** How many follow its changes. */
export const followers = (): number => listeners.size;

export const browser = {
  runtime: { id: 'fake' },
  storage: {
    local: {
      get: async (key: string): Promise<Record<string, unknown>> => ({ [key]: structuredClone(stored[key]) }),
      set: async (items: Record<string, unknown>): Promise<void> => store(items.settings),
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
  tabs: {
    query: async (): Promise<{ id: number; index: number; lastAccessed: number }[]> => [],
    onActivated: { addListener: () => undefined, removeListener: () => undefined },
  },
};
