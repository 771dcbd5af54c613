/**
 * The hash of a release's content, by which a stored copy is proved complete.
 * @param shards the shard texts in tabular order, as `encodeShard` writes them
 * @returns SHA-256 in hex over the outline's text and all shard texts, joined by line feeds
 */
export async function releaseHash(outline: string, shards: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([outline, ...shards].join('\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
