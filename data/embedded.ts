import { inflateSync, strFromU8 } from 'fflate';
import type { Code } from './code';
import { readZipDirectory, type ZipEntry } from './import/zip-directory';
import { once } from './once';
import type { Outline, Release, Shard } from './release';
import { decodeShard } from './shard';
import type { CodeSource } from './source';

/** A category with the text of its shard. */
export interface ShardText {
  readonly category: Code;
  readonly text: string;
}

/** Categories inflated at a time when all are read: some 5 ms of work. */
const BATCH = 100;

/**
 * The release that ships in the package. It inflates only what is asked for, and keeps nothing but the packed
 * bytes with their directory, the manifest and the outline. All methods reject when the bytes cannot be read or are no whole release, and the next
 * call then tries again. (The zip's checksums are left to the browser, which checks the package, and to the hash
 * by which a filled database is proved.)
 */
export class EmbeddedRelease implements CodeSource {
  #entries: Promise<ReadonlyMap<string, ZipEntry>> | null = null;

  /** @param readPack gives the bytes of `release.zip`; called once, and again only after it failed */
  constructor(private readonly readPack: () => Promise<Uint8Array>) {}

  /** The manifest. */
  readonly release = once(async () => JSON.parse(await this.#text('release.json')) as Release);

  readonly outline = once(async () => JSON.parse(await this.outlineText()) as Outline);

  outlineText(): Promise<string> {
    return this.#text('outline.json');
  }

  /** A category with all below it; null when the release has no such category. */
  async shard(category: Code): Promise<Shard | null> {
    const [text] = await this.#inflate([entryOf(category)]);
    return text === undefined ? null : decodeShard(category, text);
  }

  /** The texts of all shards in tabular order, inflated some at a time. */
  async *shardTexts(): AsyncGenerator<ShardText> {
    const { categories } = await this.outline();
    for (let from = 0; from < categories.length; from += BATCH) {
      const batch = categories.slice(from, from + BATCH).map(({ code }) => code);
      const texts = await this.#inflate(batch.map(entryOf));
      for (const [at, category] of batch.entries()) {
        const text = texts[at];
        if (!text) throw new Error(`the packaged release is damaged: it has no shard for ${category}`);
        yield { category, text };
      }
    }
  }

  /** All shards in tabular order. */
  async *shards(): AsyncGenerator<Shard> {
    for await (const { category, text } of this.shardTexts()) yield decodeShard(category, text);
  }

  async #text(entry: string): Promise<string> {
    const [text] = await this.#inflate([entry]);
    if (!text) throw new Error(`the packaged release is damaged: it has no ${entry}`);
    return text;
  }

  /** The texts of some entries; undefined for those that the zip does not have. */
  async #inflate(names: readonly string[]): Promise<(string | undefined)[]> {
    this.#entries ??= this.readPack()
      .then(entriesOf)
      .catch((error: unknown) => {
        this.#entries = null;
        throw error;
      });
    const entries = await this.#entries;
    try {
      return names.map((name) => {
        const entry = entries.get(name);
        return entry && strFromU8(unpacked(entry));
      });
    } catch (error) {
      this.#entries = null;
      throw damaged(error);
    }
  }
}

/** A lookup reads three entries of nearly two thousand, and all are listed before the first: once, not each time. */
function entriesOf(zip: Uint8Array): ReadonlyMap<string, ZipEntry> {
  try {
    return new Map(readZipDirectory(zip, 'release.zip').map((entry) => [entry.name, entry]));
  } catch (error) {
    throw damaged(error);
  }
}

function unpacked({ method, packed, size }: ZipEntry): Uint8Array {
  return method === 'stored' ? packed : inflateSync(packed, { out: new Uint8Array(size) });
}

function damaged(cause: unknown): Error {
  return new Error('the packaged release is damaged: it is no whole zip', { cause });
}

function entryOf(category: Code): string {
  return `shards/${category}.json`;
}
