/** What a frame says when it is asked what its user wants to have looked up. */
export interface Meant {
  readonly text: string;
  readonly by: Pointing;
}

/** How the user has pointed at it, the plainest way first: the marker counts more while nothing was done since. */
export const POINTINGS = ['selection', 'step', 'caret', 'marker'] as const;
type Pointing = (typeof POINTINGS)[number];

/** Puts the plainest first. */
export function byPlainness(a: Pick<Meant, 'by'>, b: Pick<Meant, 'by'>): number {
  return POINTINGS.indexOf(a.by) - POINTINGS.indexOf(b.by);
}
