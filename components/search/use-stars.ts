import { useMemo } from 'preact/hooks';
import { dotted, parseCode } from '../../data/code';
import type { Keeping } from './use-kept-codes';

interface Stars {
  /** The spellings of favourites; null when none are kept. */
  readonly favourites: ReadonlySet<string> | null;
  /** Makes a code a favourite or takes it from them; says what was done, or why not. */
  star(spelling: string): Promise<string>;
}

/** Favourites by the spellings that lists and cards show. */
export function useStars({ kept, isOn, switchFavourite }: Keeping): Stars {
  const favourites = useMemo(
    () => (isOn ? new Set(kept.favourites.map(dotted)) : null),
    [isOn, kept.favourites],
  );
  return {
    favourites,
    async star(spelling) {
      const code = parseCode(spelling);
      if (!code) return `${spelling} is no single code, so no favourite`;
      try {
        await switchFavourite(code);
        return favourites?.has(spelling)
          ? `${spelling} is no favourite any more`
          : `${spelling} is a favourite now`;
      } catch (reason) {
        console.warn('Dx Lens: the favourite could not be stored', reason);
        return `Not stored: ${reason instanceof Error ? reason.message : reason}`;
      }
    },
  };
}
