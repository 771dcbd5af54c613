import { browser } from 'wxt/browser';

/** How marks look. Without any, codes are explained under the pointer all the same. */
export type MarkLook = 'underline' | 'background' | 'off';

/** What the user has set. */
export interface Settings {
  readonly look: MarkLook;
  /** Whether the toolbar button tells how many codes a page has. */
  readonly badge: boolean;
  /** Host names of sites on which nothing is read and marked. */
  readonly offSites: readonly string[];
}

export const DEFAULTS: Settings = { look: 'underline', badge: false, offSites: [] };

const KEY = 'settings';
const LOOKS: readonly unknown[] = ['underline', 'background', 'off'] satisfies MarkLook[];

/**
 * What is stored, checked by hand, for the content script is in every frame and has no room for a library. Pages'
 * processes can write to this storage too; and what an older or newer version has stored may differ.
 */
export function parseSettings(stored: unknown): Settings {
  const { look, badge, offSites } = (stored ?? {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    look: LOOKS.includes(look) ? (look as MarkLook) : DEFAULTS.look,
    badge: badge === true,
    offSites: Array.isArray(offSites) ? offSites.filter((site) => typeof site === 'string') : [],
  };
}

/**
 * Gives the settings once they are read, and again at each change, wherever it was made. Read from the storage
 * itself: asking the background would start it for each frame of each page.
 */
export function followSettings(onSettings: (settings: Settings) => void, signal: AbortSignal): void {
  const { local } = browser.storage;
  const give = (settings: Settings) => {
    if (!signal.aborted) onSettings(settings);
  };
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEY];
    if (change) give(parseSettings(change.newValue));
  };
  local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => local.onChanged.removeListener(changed));
  local.get(KEY).then(
    (stored) => give(parseSettings(stored[KEY])),
    (reason) => {
      console.warn('Dx Lens: the settings can’t be read, the defaults hold', reason);
      give(DEFAULTS);
    },
  );
}

/**
 * Changes some of the settings.
 * @param change what is to be different, made from the settings as they are
 * @throws Error when they can't be stored
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  // Popup and options page may be open together: neither is to write over what the other has just written.
  await navigator.locks.request('dxlens-settings', async () => {
    const settings = parseSettings((await browser.storage.local.get(KEY))[KEY]);
    await browser.storage.local.set({ [KEY]: { ...settings, ...change(settings) } });
  });
}

/** Whether nothing is to be read on a site; one without a host name can't be switched off. */
export function isOff({ offSites }: Settings, site: string): boolean {
  return offSites.includes(site);
}

/** Switches a site off or on again. */
export function switchSite(site: string, on: boolean): Promise<void> {
  return changeSettings(({ offSites }) => {
    const others = offSites.filter((other) => other !== site);
    return { offSites: on ? others : [...others, site].sort() };
  });
}
