import type { Measure } from './measure';
import { quality } from './spotting-quality';
import { speed } from './spotting-speed';

/** How well the codes of pages are spotted, and what that costs the pages. */
export async function* spotting(): AsyncGenerator<Measure> {
  yield* quality();
  yield* speed();
}
