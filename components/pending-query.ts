import { storage } from 'wxt/utils/storage';

const forPopup = storage.defineItem<string | null>('session:pendingQuery', { fallback: null });

/** The query that the popup is to open with, kept in memory by the browser for the one opening. */
export const pendingQuery = {
  set: (query: string): Promise<void> => forPopup.setValue(query),
  /** Reads it and clears it. */
  async take(): Promise<string | null> {
    const query = await forPopup.getValue();
    if (query !== null) await forPopup.removeValue();
    return query;
  },
};

/** What the side panel of a window is to show. */
interface PanelQuery {
  readonly windowId: number;
  readonly text: string;
}

const forPanel = storage.defineItem<PanelQuery | null>('session:panelQuery', { fallback: null });

/** The query of a window's side panel, which may be open already. */
export const panelQuery = {
  set: (query: PanelQuery): Promise<void> => forPanel.setValue(query),
  /** Reads it and clears it, if it is for the window. */
  async take(windowId: number | undefined): Promise<string | null> {
    const query = await forPanel.getValue();
    if (query?.windowId !== windowId) return null;
    if (query) await forPanel.removeValue();
    return query?.text ?? null;
  },
  /** Calls when there is one for a window. */
  watch(onCome: () => void): void {
    forPanel.watch((query) => query && onCome());
  },
};
