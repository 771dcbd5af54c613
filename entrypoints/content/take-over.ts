import { removeLeftMarker } from './marking/marker';
import { removeLeftMarks } from './marking/marks';

/** What says in this script's world that a reader is at work. */
const KEY = Symbol.for('dxlens:reader');
const world = globalThis as { [KEY]?: AbortSignal };

/**
 * Makes this script the reader of its frame, until the signal is aborted, and takes away what one of an earlier
 * version has left: its card, and its marks. (That one may still be there, in a world of its own. It puts nothing
 * back, since it sees that its extension has gone.)
 * @returns false when a reader of this version is at work here already
 */
export function takeOver(signal: AbortSignal): boolean {
  if (world[KEY] && !world[KEY].aborted) return false;
  world[KEY] = signal;
  for (const host of document.querySelectorAll('dxlens-card')) host.remove();
  removeLeftMarks();
  removeLeftMarker();
  return true;
}
