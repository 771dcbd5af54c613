import type { IndexTerms } from '../index-terms';
import type { Outline, Release, Shard } from '../release';

/** The release in use, as a whole: what an import is compared with, and what fills its gaps. */
export interface PresentRelease {
  readonly release: Release;
  readonly outline: Outline;
  /** In tabular order. */
  readonly shards: readonly Shard[];
  readonly terms: IndexTerms;
}
