import type { Code } from './code';
import type { Outline, Release, Shard } from './release';
import { decodeShard } from './shard';
import type { CodeSource } from './source';
import { ZipDirectory, ZipError } from './zip-directory';

/**
 * The release that ships in the package. It inflates only what is asked for, and keeps nothing but the packed
 * bytes and the outline. All methods reject when the bytes cannot be read, and with ZipError when they are
 * damaged; the next call then tries again.
 */
export class EmbeddedRelease implements CodeSource {
  #directory: Promise<ZipDirectory> | null = null;
  #outline: Promise<Outline> | null = null;

  /** @param readPack gives the bytes of `release.zip`; called once, and again only after it failed */
  constructor(private readonly readPack: () => Promise<Uint8Array>) {}

  /** The manifest. */
  async release(): Promise<Release> {
    return JSON.parse(await this.#text('release.json')) as Release;
  }

  outline(): Promise<Outline> {
    this.#outline ??= this.outlineText().then(
      (text) => JSON.parse(text) as Outline,
      (error: unknown) => {
        this.#outline = null;
        throw error;
      },
    );
    return this.#outline;
  }

  outlineText(): Promise<string> {
    return this.#text('outline.json');
  }

  /** A category with all below it, as `encodeShard` writes it; null when the release has no such category. */
  async shardText(category: string): Promise<string | null> {
    const data = (await this.#open()).read(`shards/${category}.json`);
    return data && new TextDecoder().decode(data);
  }

  /** A category with all below it; null when the release has no such category. */
  async shard(category: Code): Promise<Shard | null> {
    const text = await this.shardText(category);
    return text === null ? null : decodeShard(category, text);
  }

  async #text(entry: string): Promise<string> {
    const data = (await this.#open()).read(entry);
    if (data === null) throw new ZipError(`not an embedded release: ${entry} is missing`);
    return new TextDecoder().decode(data);
  }

  #open(): Promise<ZipDirectory> {
    this.#directory ??= this.readPack()
      .then((bytes) => new ZipDirectory(bytes))
      .catch((error: unknown) => {
        this.#directory = null;
        throw error;
      });
    return this.#directory;
  }
}
