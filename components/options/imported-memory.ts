import { storage } from 'wxt/utils/storage';

/** The imported release that was last made current. */
export interface ImportedMemory {
  readonly hash: string;
  readonly name: string;
}

const item = storage.defineItem<ImportedMemory | null>('local:importedRelease', { fallback: null });

/**
 * Kept apart from the database, which a browser may clear when the disk is full: so a lost release is noticed.
 */
export const importedMemory = {
  get: (): Promise<ImportedMemory | null> => item.getValue(),
  set: ({ hash, name }: ImportedMemory): Promise<void> => item.setValue({ hash, name }),
  clear: (): Promise<void> => item.removeValue(),
};
