import { useState } from 'preact/hooks';
import type { RowList, Unfolded } from './rows';
import type { Query } from './use-search';

interface Folding {
  readonly unfolded: Unfolded;
  /** Unfolds the family of the row with a key at a position, or folds it. */
  switchFold(key: string, position: number, rows: RowList): void;
  fold(key: string): void;
}

/** Which families are unfolded; with another query all are folded. */
export function useUnfolded(query: Query): Folding {
  const [state, setState] = useState<{ query: Query; unfolded: Unfolded }>({ query, unfolded: new Map() });
  const unfolded: Unfolded = state.query === query ? state.unfolded : new Map();
  const fold = (key: string) =>
    setState({ query, unfolded: new Map([...unfolded].filter(([other]) => other !== key)) });
  return {
    unfolded,
    fold,
    switchFold(key, position, rows) {
      if (unfolded.has(key)) return fold(key);
      // Members of families above take up positions, but are no hits.
      let index = position;
      for (let above = 0; above < position; above++) if (rows.at(above)?.kind === 'member') index--;
      setState({ query, unfolded: new Map(unfolded).set(key, index) });
    },
  };
}
