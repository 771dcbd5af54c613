import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Release } from '../release';
import { releaseHash } from '../release-hash';
import { encodeShard } from '../shard';
import type { Assembled } from './assemble';

export interface Packed {
  /** The bytes of `release.zip`; the same input gives the same bytes. */
  readonly zip: Uint8Array;
  /** The text of `release.json`, which is also the zip's first entry. */
  readonly manifest: string;
}

/** Packs a release: manifest, outline, and one entry a category, in tabular order. */
export async function packRelease(
  about: Omit<Release, 'counts' | 'hash'>,
  { outline, shards, counts }: Assembled,
): Promise<Packed> {
  const outlineText = JSON.stringify(outline);
  const texts = shards.map((shard) => encodeShard(shard));
  const release: Release = { ...about, counts, hash: await releaseHash(outlineText, texts) };
  const manifest = `${JSON.stringify(release, null, 2)}\n`;
  const entries: Zippable = { 'release.json': strToU8(manifest), 'outline.json': strToU8(outlineText) };
  for (const [index, { category }] of shards.entries()) {
    entries[`shards/${category}.json`] = strToU8(texts[index] ?? '');
  }
  return { zip: zipSync(entries, { level: 9, mtime: ZIP_TIME }), manifest };
}

/** Zips carry local time, and fflate reads it by local getters: built from local parts it is the same anywhere. */
const ZIP_TIME = new Date(2026, 9, 1, 12);
