import { useEffect, useState } from 'preact/hooks';
import type { StoreState } from '../../data/store/store-state';
import { type ImportedMemory, importedMemory } from './imported-memory';

/** Says so when a release that was imported is not in the database any more, nor was it put aside. */
export function LostRelease({ store }: { readonly store: StoreState }) {
  const [memory, setMemory] = useState<ImportedMemory | null>(null);
  useEffect(() => {
    importedMemory
      .get()
      .then(setMemory)
      .catch((reason) => console.warn('Dx Lens: what was imported is not known', reason));
  }, [store]);
  if (memory === null || !isLost(memory, store)) return null;
  const dismiss = () => {
    setMemory(null);
    void importedMemory.clear();
  };
  return (
    <div class="notice" role="alert">
      <p>
        The release {memory.name} that you imported is not in this browser’s database any more. Answers come
        from {store.release.name}. Import its files again to use it.
      </p>
      <button type="button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}

function isLost({ hash }: ImportedMemory, store: StoreState): boolean {
  if (store.state === 'filling' || store.release.hash === hash) return false;
  return store.state === 'packaged' || store.previous?.release.hash !== hash;
}
