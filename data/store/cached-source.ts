import type { CodeSource } from '../source';
import { ShardCache } from './shard-cache';

/** A source that keeps the shards it has read last. Only for one that never changes, as the packaged release. */
export function cached(source: CodeSource): CodeSource {
  const shards = new ShardCache();
  return {
    release: () => source.release(),
    outline: () => source.outline(),
    async shard(category) {
      const kept = shards.get(category);
      if (kept) return kept;
      const shard = await source.shard(category);
      if (shard) shards.add(shard);
      return shard;
    },
  };
}
