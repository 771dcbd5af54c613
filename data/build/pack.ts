import { strToU8, type Zippable, zipSync } from 'fflate';
import type { EncodedRelease } from '../assemble/encode-release';

export interface Packed {
  /** The bytes of `release.zip`; the same input gives the same bytes. */
  readonly zip: Uint8Array;
  /** The text of `release.json`, which is also the zip's first entry. */
  readonly manifest: string;
}

/** Packs a release: manifest, outline, and one entry a category, in tabular order. */
export function packRelease({ release, outlineText, shards }: EncodedRelease): Packed {
  const manifest = `${JSON.stringify(release, null, 2)}\n`;
  const entries: Zippable = { 'release.json': strToU8(manifest), 'outline.json': strToU8(outlineText) };
  for (const { category, text } of shards) entries[`shards/${category}.json`] = strToU8(text);
  return { zip: zipSync(entries, { level: 9, mtime: ZIP_TIME }), manifest };
}

/** Zips carry local time, and fflate reads it by local getters: built from local parts it is the same anywhere. */
const ZIP_TIME = new Date(2026, 9, 1, 12);
