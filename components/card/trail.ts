import type { Lookup } from '../../data/lookup/answer';

/** The cards that were opened one from another, and which of them is shown. */
export interface Trail {
  /** Never empty. */
  readonly stops: readonly Stop[];
  readonly at: number;
}

export interface Stop {
  readonly lookup: Lookup;
  /** The answers that are given in its chooser, by their keys. */
  readonly chosen: readonly string[];
}

export function startTrail(lookup: Lookup): Trail {
  return { stops: [stopAt(lookup)], at: 0 };
}

/** Opens another card from the one that is shown; those that lay ahead are forgotten. */
export function openNext({ stops, at }: Trail, lookup: Lookup): Trail {
  return { stops: [...stops.slice(0, at + 1), stopAt(lookup)], at: at + 1 };
}

/** Goes along the trail, as far as it reaches. @param by -1 is one card back, 1 one forward */
export function goBy({ stops, at }: Trail, by: number): Trail {
  return { stops, at: Math.max(0, Math.min(stops.length - 1, at + by)) };
}

/** Keeps what was chosen in the card that is shown. */
export function choose({ stops, at }: Trail, chosen: readonly string[]): Trail {
  return { stops: stops.map((stop, index) => (index === at ? { ...stop, chosen } : stop)), at };
}

function stopAt(lookup: Lookup): Stop {
  return { lookup, chosen: [] };
}
