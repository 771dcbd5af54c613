import { strFromU8, unzipSync } from 'fflate';
import type { Code } from './code';
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
 * bytes and the outline. All methods reject when the bytes cannot be read or are no whole release, and the next
 * call then tries again. (The zip's checksums are left to the browser, which checks the package, and to the hash
 * by which a filled database is proved.)
 */
export class EmbeddedRelease implements CodeSource {
  #pack: Promise<Uint8Array> | null = null;
  #outline: Promise<Outline> | null = null;

  /** @param readPack gives the bytes of `release.zip`; called once, and again only after it failed */
  constructor(private readonly readPack: () => Promise<Uint8Array>) {}

  /** The manifest. */
  async release(): Promise<Release> {
    return JSON.parse(await this.#text('release.json')) as Release;
  }

  outline(): Promise<Outline> {
    this.#outline ??= this.outlineText()
      .then((text) => JSON.parse(text) as Outline)
      .catch((error: unknown) => {
        this.#outline = null;
        throw error;
      });
    return this.#outline;
  }

  outlineText(): Promise<string> {
    return this.#text('outline.json');
  }

  /** A category with all below it; null when the release has no such category. */
  async shard(category: Code): Promise<Shard | null> {
    const entry = entryOf(category);
    const text = (await this.#inflate([entry]))[entry];
    return text ? decodeShard(category, strFromU8(text)) : null;
  }

  /** The texts of all shards in tabular order, inflated some at a time. */
  async *shardTexts(): AsyncGenerator<ShardText> {
    const { categories } = await this.outline();
    for (let from = 0; from < categories.length; from += BATCH) {
      const batch = categories.slice(from, from + BATCH).map(({ code }) => code);
      const texts = await this.#inflate(batch.map(entryOf));
      for (const category of batch) {
        const text = texts[entryOf(category)];
        if (!text) throw new Error(`the packaged release is damaged: it has no shard for ${category}`);
        yield { category, text: strFromU8(text) };
      }
    }
  }

  /** All shards in tabular order. */
  async *shards(): AsyncGenerator<Shard> {
    for await (const { category, text } of this.shardTexts()) yield decodeShard(category, text);
  }

  async #text(entry: string): Promise<string> {
    const text = (await this.#inflate([entry]))[entry];
    if (!text) throw new Error(`the packaged release is damaged: it has no ${entry}`);
    return strFromU8(text);
  }

  async #inflate(entries: readonly string[]): Promise<Record<string, Uint8Array>> {
    this.#pack ??= this.readPack().catch((error: unknown) => {
      this.#pack = null;
      throw error;
    });
    const pack = await this.#pack;
    const wanted = new Set(entries);
    try {
      return unzipSync(pack, { filter: ({ name }) => wanted.has(name) });
    } catch (error) {
      this.#pack = null;
      throw new Error('the packaged release is damaged: it is no whole zip', { cause: error });
    }
  }
}

function entryOf(category: Code): string {
  return `shards/${category}.json`;
}
