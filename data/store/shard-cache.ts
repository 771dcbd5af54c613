import type { Code } from '../code';
import type { Shard } from '../release';

/** The most rows kept decoded, some 10 MB: a page's codes and a result list come from a few categories. */
const MOST_NODES = 20_000;

/** The last decoded shards, the oldest given up first. */
export class ShardCache {
  readonly #shards = new Map<Code, Shard>();
  #nodes = 0;

  get(category: Code): Shard | undefined {
    return this.#shards.get(category);
  }

  add(shard: Shard): void {
    if (this.#shards.has(shard.category)) return;
    this.#shards.set(shard.category, shard);
    this.#nodes += shard.nodes.length;
    for (const [category, { nodes }] of this.#shards) {
      if (this.#nodes <= MOST_NODES || category === shard.category) return;
      this.#shards.delete(category);
      this.#nodes -= nodes.length;
    }
  }

  clear(): void {
    this.#shards.clear();
    this.#nodes = 0;
  }
}
