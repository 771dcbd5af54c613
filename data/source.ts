import type { Code } from './code';
import type { IndexTerms } from './index-terms';
import type { Outline, Release, Shard } from './release';

/**
 * Where a release can be read from: the packaged one, or a generation in IndexedDB. Both hold the same shards,
 * so a lookup gives the same answer whichever it is given.
 */
export interface CodeSource {
  release(): Promise<Release>;
  outline(): Promise<Outline>;
  /** @returns null when the release has no such category */
  shard(category: Code): Promise<Shard | null>;
  /** The alphabetic index's terms of a category; absent from sources that have no such index. */
  terms?(category: Code): Promise<IndexTerms>;
}
