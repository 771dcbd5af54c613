import type { Shape } from '../../../data/spotting/nominate';

interface Tally {
  codes: number;
  all: number;
}

/** Of columns and lists: how many of the candidates that begin their cells or lines are codes. */
export class SeriesTally {
  /** Those with a dot and those without are kept apart: a list has either. */
  readonly #dotted = new WeakMap<object, Tally>();
  readonly #undotted = new WeakMap<object, Tally>();

  note(series: object, shape: Shape, isCode: boolean): void {
    for (const tallies of this.#of(shape)) {
      const tally = tallies.get(series) ?? { codes: 0, all: 0 };
      tally.all++;
      if (isCode) tally.codes++;
      tallies.set(series, tally);
    }
  }

  /** Whether more than half of them are codes: a column “Value” has codes among much else. */
  isOfCodes(series: object, shape: Shape): boolean {
    return this.#of(shape).some((tallies) => {
      const tally = tallies.get(series);
      return tally !== undefined && tally.codes > 0 && tally.codes * 2 > tally.all;
    });
  }

  /** Three characters go with both. */
  #of(shape: Shape): WeakMap<object, Tally>[] {
    if (shape === 'short') return [this.#dotted, this.#undotted];
    return [shape === 'dotted' ? this.#dotted : this.#undotted];
  }
}
