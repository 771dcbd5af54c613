import type { Code } from '../code';
import type { Release } from '../release';
import { releaseHash } from '../release-hash';
import { encodeShard } from '../shard';
import type { Assembled } from './assemble';

/** A release in the form in which it is stored and packed. */
export interface EncodedRelease {
  readonly release: Release;
  /** The outline as it is hashed and packed. */
  readonly outlineText: string;
  /** The text of `encodeShard` for each category, in tabular order. */
  readonly shards: readonly { readonly category: Code; readonly text: string }[];
}

/** What a manifest says beside what follows from the content. */
export type About = Omit<Release, 'counts' | 'hash'>;

/** Encodes an assembled release and completes its manifest; the same input gives the same texts and hash. */
export async function encodeRelease(
  about: About,
  { outline, shards, counts }: Assembled,
): Promise<EncodedRelease> {
  const outlineText = JSON.stringify(outline);
  const encoded = shards.map((shard) => ({ category: shard.category, text: encodeShard(shard) }));
  const hash = await releaseHash(
    outlineText,
    encoded.map(({ text }) => text),
  );
  return { release: { ...about, counts, hash }, outlineText, shards: encoded };
}
