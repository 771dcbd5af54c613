import { useState } from 'preact/hooks';
import type { RowList } from './rows';

interface Active {
  /** The row that the keyboard is on: the first one, until another is reached. */
  readonly active: number;
  /** Whether a row was reached by the keyboard, or given at the start. */
  readonly isReached: boolean;
  reach(position: number): void;
  /** Back to the first row. */
  leave(): void;
}

/**
 * Which row of a list the keyboard is on. It stays with its code when further results come, wherever that stands then.
 * @param first where it is at the start
 */
export function useActive(rows: RowList, first = 0): Active {
  const [reached, setReached] = useState<{ position: number; key: string | null } | null>(
    first > 0 ? { position: first, key: null } : null,
  );
  return {
    active: reached ? Math.max(0, positionIn(rows, reached)) : 0,
    isReached: reached !== null,
    reach: (position) => setReached({ position, key: rows.at(position)?.key ?? null }),
    leave: () => setReached(null),
  };
}

function positionIn(rows: RowList, { position, key }: { position: number; key: string | null }): number {
  const there = rows.at(position);
  // A row that was reached before it had come has no code of its own yet.
  if (there && (key === null || key.startsWith('#') || there.key === key)) return position;
  return key === null ? 0 : rows.positionOf(key);
}
