/** One line of `npm run bench`. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'ms'
    | 'bytes'
    | 'percent'
    | 'share'
    | 'times'
    | 'codes'
    | 'marks'
    | 'tasks'
    | 'frames'
    | 'nodes';
  /** The most that the value may be, where an issue sets one. */
  readonly limit?: number;
  /** The least that it may be. */
  readonly least?: number;
  /** The same of something to compare it with: the page without the extension, the simplest program. */
  readonly baseline?: number;
  /** How many runs the value comes from. */
  readonly runs?: number;
  /** What else a reader of the line needs. */
  readonly [more: string]: unknown;
}

/** The value below which a share of the runs lies: `quantile(times, 0.95)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median, 95th percentile and worst of times in milliseconds, rounded to a tenth. */
export function* timesOf(name: string, times: readonly number[], limit?: number): Generator<Measure> {
  const shares = { median: 0.5, p95: 0.95, worst: 1 };
  for (const [label, share] of Object.entries(shares)) {
    const value = Math.round(quantile(times, share) * 10) / 10;
    const limited = label === 'p95' && limit !== undefined ? { limit } : {};
    yield { name: `${name}.${label}`, value, unit: 'ms', runs: times.length, ...limited };
  }
}
