import type { Code } from '../code';

/** A row of a release's order file, as far as the embedded release keeps it. */
export interface ReleaseRow {
  readonly code: Code;
  readonly billable: boolean;
  /** Long title, without accents. */
  readonly title: string;
}
