import { storage } from 'wxt/utils/storage';
import type { Query } from './use-search';

/** How long a closed search comes back as it was, in milliseconds. */
const COMES_BACK_WITHIN = 60_000;

/** What was searched for, and the row that the keyboard was on. */
export interface View extends Query {
  readonly active: number;
}

interface Kept extends View {
  /** When it was last in use, in milliseconds since 1970. */
  readonly at: number;
}

/** The last search of the popup or of the side panel: in the browser's memory, for as long as it may come back. */
export interface LastView {
  keep(view: View): Promise<void>;
  /** @returns null when there is none, or it was closed too long ago */
  read(): Promise<View | null>;
}

/** @param screen each has its own */
export function lastViewOf(screen: 'popup' | 'panel'): LastView {
  const item = storage.defineItem<Kept | null>(`session:last-view-${screen}`, { fallback: null });
  return {
    keep: ({ text, billableOnly, chapter, active }) =>
      item.setValue({ text, billableOnly, chapter, active, at: Date.now() }),
    async read() {
      const kept = await item.getValue();
      if (!kept) return null;
      const { at, ...view } = kept;
      const age = Date.now() - at;
      return age >= 0 && age <= COMES_BACK_WITHIN ? view : null;
    },
  };
}
