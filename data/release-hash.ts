import { sha256 } from './sha256';

/**
 * The hash of a release's content, by which a stored copy is proved complete.
 * @param shards the shard texts in tabular order, as `encodeShard` writes them
 * @returns SHA-256 in hex over the outline's text and all shard texts, joined by line feeds
 */
export function releaseHash(outline: string, shards: readonly string[]): Promise<string> {
  return sha256(new TextEncoder().encode([outline, ...shards].join('\n')));
}
