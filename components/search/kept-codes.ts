import { browser } from 'wxt/browser';
import { type Code, parseCode } from '../../data/code';

const KEY = 'keptCodes';
/** More are not kept. */
const MOST_FAVOURITES = 200;
const MOST_RECENTS = 30;

/** The codes that the search keeps on this machine, and nothing but codes: no text, no address. */
export interface KeptCodes {
  /** In the order in which they were made favourites. */
  readonly favourites: readonly Code[];
  /** Those whose cards were opened, the last one first. */
  readonly recents: readonly Code[];
}

export const NOTHING_KEPT: KeptCodes = { favourites: [], recents: [] };

/** What is stored, checked: pages' processes can write to this storage too. What is no code is left out. */
export function parseKept(stored: unknown): KeptCodes {
  const { favourites, recents } = (stored ?? {}) as Partial<Record<keyof KeptCodes, unknown>>;
  return {
    favourites: codesOf(favourites).slice(0, MOST_FAVOURITES),
    recents: codesOf(recents).slice(0, MOST_RECENTS),
  };
}

/** With a code as the one that was looked up last. */
export function withRecent(kept: KeptCodes, code: Code): KeptCodes {
  const others = kept.recents.filter((other) => other !== code);
  return { ...kept, recents: [code, ...others].slice(0, MOST_RECENTS) };
}

/**
 * With a code as a favourite, or without it when it is one.
 * @throws Error when there are as many as can be kept
 */
export function withFavouriteSwitched(kept: KeptCodes, code: Code): KeptCodes {
  const others = kept.favourites.filter((other) => other !== code);
  if (others.length < kept.favourites.length) return { ...kept, favourites: others };
  if (others.length >= MOST_FAVOURITES) throw new Error(`${MOST_FAVOURITES} favourites are kept at most`);
  return { ...kept, favourites: [...others, code] };
}

/** Gives what is kept once it is read, and again at each change, wherever it was made. */
export function followKept(onKept: (kept: KeptCodes) => void, signal: AbortSignal): void {
  const { local } = browser.storage;
  const give = (stored: unknown) => {
    if (!signal.aborted) onKept(parseKept(stored));
  };
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEY];
    if (change) give(change.newValue);
  };
  local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => local.onChanged.removeListener(changed));
  local.get(KEY).then(
    (stored) => give(stored[KEY]),
    (reason) => console.warn('Dx Lens: favourites and recent codes can’t be read', reason),
  );
}

/**
 * Changes what is kept.
 * @throws Error when it can't be stored
 */
export async function changeKept(change: (kept: KeptCodes) => KeptCodes): Promise<void> {
  // Popup and side panel may be open together: neither is to write over what the other has just written.
  await navigator.locks.request('dxlens-kept-codes', async () => {
    const kept = parseKept((await browser.storage.local.get(KEY))[KEY]);
    await browser.storage.local.set({ [KEY]: change(kept) });
  });
}

function codesOf(stored: unknown): Code[] {
  if (!Array.isArray(stored)) return [];
  const codes = stored.flatMap((text) => (typeof text === 'string' ? (parseCode(text) ?? []) : []));
  return [...new Set(codes)];
}
