import { useCallback, useEffect, useState } from 'preact/hooks';
import type { StoreState } from '../../data/store/store-state';
import { sendMessage } from '../messages';

/** How often the state is asked for while the database is being filled, in milliseconds. */
const ASK_AGAIN = 500;

/** Which release answers; asked for anew until the database is filled, and whenever `refresh` is called. */
export function useStoreState(): {
  readonly store: StoreState | null;
  readonly problem: string | null;
  refresh(): void;
} {
  const [store, setStore] = useState<StoreState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const next = await sendMessage('storeState');
        setStore(next);
        setProblem(null);
        if (next.state !== 'stored') timer = setTimeout(ask, ASK_AGAIN);
      } catch (reason) {
        console.warn('Dx Lens: the state of the code set is not known', reason);
        setProblem(String(reason));
      }
    };
    void ask();
    return () => clearTimeout(timer);
  }, [asked]);

  return { store, problem, refresh: useCallback(() => setAsked((times) => times + 1), []) };
}
