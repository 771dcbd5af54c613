import { browser } from 'wxt/browser';
import type { CopyFormat } from './copy-format';
import { DEFAULTS, parseSettings, type Settings } from './settings';

const KEY = 'settings';

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
  signal.addEventListener('abort', () => {
    // When the extension was updated or removed, its old scripts can't even do that.
    if (browser.runtime?.id) local.onChanged.removeListener(changed);
  });
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

/** Switches a site off or on again. */
export function switchSite(site: string, on: boolean): Promise<void> {
  return changeSettings(({ offSites }) => {
    const others = offSites.filter((other) => other !== site);
    return { offSites: on ? others : [...others, site].sort() };
  });
}

/** Sets how codes are copied on a site; null for as everywhere. */
export function setSiteCopyFormat(site: string, format: CopyFormat | null): Promise<void> {
  return changeSettings(({ siteCopyFormats }) => {
    const others = siteCopyFormats.filter((own) => own.site !== site);
    const all = format ? [...others, { site, format }] : others;
    return { siteCopyFormats: all.sort((a, b) => (a.site < b.site ? -1 : 1)) };
  });
}
