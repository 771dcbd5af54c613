import { storage } from 'wxt/utils/storage';

const item = storage.defineItem<string | null>('session:pendingQuery', { fallback: null });

/** The query that the popup is to open with, kept in memory by the browser for the one opening. */
export const pendingQuery = {
  set: (query: string): Promise<void> => item.setValue(query),
  /** Reads it and clears it. */
  async take(): Promise<string | null> {
    const query = await item.getValue();
    if (query !== null) await item.removeValue();
    return query;
  },
};
