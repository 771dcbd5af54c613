import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Code } from '../../data/code';
import {
  changeKept,
  followKept,
  type KeptCodes,
  NOTHING_KEPT,
  withFavouriteSwitched,
  withRecent,
} from './kept-codes';

/** What is kept, and the ways to change it; each of them throws when it can't be stored. */
export interface Keeping {
  readonly kept: KeptCodes;
  /** False when the user has switched it off: then nothing is shown, and nothing added. */
  readonly isOn: boolean;
  noteRecent(code: Code): Promise<void>;
  switchFavourite(code: Code): Promise<void>;
  clear(list: keyof KeptCodes): Promise<void>;
}

/** @param isOn whether anything is to be kept at all */
export function useKeptCodes(isOn: boolean): Keeping {
  const [kept, setKept] = useState(NOTHING_KEPT);
  useEffect(() => {
    setKept(NOTHING_KEPT);
    if (!isOn) return;
    const stopped = new AbortController();
    followKept(setKept, stopped.signal);
    return () => stopped.abort();
  }, [isOn]);
  const noteRecent = useCallback(
    async (code: Code) => {
      if (isOn) await changeKept((before) => withRecent(before, code));
    },
    [isOn],
  );
  const switchFavourite = useCallback(
    async (code: Code) => {
      if (isOn) await changeKept((before) => withFavouriteSwitched(before, code));
    },
    [isOn],
  );
  const clear = useCallback(
    (list: keyof KeptCodes) => changeKept((before) => ({ ...before, [list]: [] })),
    [],
  );
  return { kept, isOn, noteRecent, switchFavourite, clear };
}
