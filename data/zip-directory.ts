/**
 * The directory of a zip in memory, read once, so that a single entry is found and inflated at once. (fflate's
 * `unzipSync` walks all entries for each call: 1.2 ms with the 1,923 of the embedded release, so that filling
 * the store would take 2.3 s instead of 0.1 s; and it checks no checksums.) Only what our own zips use: no
 * encryption, no zip64, entries stored or deflated.
 */
import { inflateSync } from 'fflate';
import { crc32 } from './crc32';

/** A zip that is cut off or damaged. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

export class ZipDirectory {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, Entry>();

  /** @throws ZipError when the bytes are no whole zip */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
        throw new ZipError('the zip is damaged: its directory does not hold what it says');
      }
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      this.#entries.set(name, readEntry(view, at));
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Inflates one entry.
   * @returns null when there is no such entry
   * @throws ZipError when the entry is not what the directory says: its length or its checksum differ
   */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const data = this.#inflate(name, entry);
    if (data.length !== entry.size || crc32(data) !== entry.crc) {
      throw new ZipError(`the zip is damaged: ${name} does not match its checksum`);
    }
    return data;
  }

  #inflate(name: string, { offset, packed, size, method }: Entry): Uint8Array {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) {
      throw new ZipError(`the zip is damaged: ${name} is not where it should be`);
    }
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const data = this.#bytes.subarray(start, start + packed);
    if (method === STORED) return data;
    if (method !== DEFLATED) throw new ZipError(`${name} is packed by a method that is not supported`);
    if (size > packed * MOST_INFLATED)
      throw new ZipError(`the zip is damaged: ${name} says an impossible size`);
    try {
      // The size is known: a buffer of that size halves the time.
      return inflateSync(data, { out: new Uint8Array(size) });
    } catch (error) {
      throw new ZipError(`the zip is damaged: ${name} cannot be inflated`, { cause: error });
    }
  }
}

interface Entry {
  readonly offset: number;
  /** Bytes in the zip, and when inflated. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
}

// Signatures and methods of the zip format (PKWARE APPNOTE 4.3).
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

/** Deflate packs at most 258 bytes into two bits: no data inflates to more than this many times its size. */
const MOST_INFLATED = 1032;

/** The directory's end stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw new ZipError('not a zip, or one that is cut off: its directory is missing');
}

function readEntry(view: DataView, at: number): Entry {
  return {
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}
