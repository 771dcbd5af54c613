import type { Spot } from './under-pointer';

/** A text that the user has pointed at by keyboard or selection, and where it stands. */
export interface Pointed extends Pick<Spot, 'rects' | 'element'> {
  readonly text: string;
}
