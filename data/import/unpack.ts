import { FormatError } from '../formats/format-error';
import { crc32 } from './crc32';
import { inflateAll, inflateHead } from './inflate';
import { LIMITS, megabytes } from './limits';
import { type FileKind, HEAD_BYTES, recognise } from './recognise';
import type { Work } from './work';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** A file as the user gives it; its name is only shown. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A file that is no zip, wherever it was found. */
export interface FoundFile {
  /** The name of the given file and, in zips, of those inside it: `tables.zip › Index.xml`. */
  readonly path: string;
  readonly kind: FileKind;
  /** Bytes as unpacked, for progress; in a zip as its directory says. */
  readonly size: number;
  /** @throws FormatError when it is damaged, cut off or too large */
  read(): Promise<Uint8Array>;
}

/**
 * Finds what is in the given files, zips in zips included. Only beginnings are unpacked; a file that is nothing
 * of a release is not read any further.
 * @param onZip is told of each zip, with its bytes
 * @throws FormatError when a zip is damaged, encrypted, nested too deeply or holds too much
 */
export async function findFiles(
  given: readonly GivenFile[],
  work: Work,
  onZip: (path: string, bytes: Uint8Array) => Promise<void> = async () => undefined,
): Promise<FoundFile[]> {
  const search = new Search(work, onZip);
  for (const [index, { name, blob }] of given.entries()) {
    await work.step('looking', index / given.length);
    await search.look(name, blob);
  }
  return search.found;
}

class Search {
  readonly found: FoundFile[] = [];
  #entries = 0;
  #unpacked = 0;

  constructor(
    private readonly work: Work,
    private readonly onZip: (path: string, bytes: Uint8Array) => Promise<void>,
  ) {}

  async look(name: string, blob: Blob): Promise<void> {
    const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
    const kind = recognise(head);
    const read = async () => new Uint8Array(await blob.arrayBuffer());
    if (kind === 'unknown' || kind === 'empty') {
      this.found.push({ path: name, kind, size: blob.size, read });
      return;
    }
    if (blob.size > LIMITS.file)
      throw new FormatError(
        name,
        null,
        `it has ${megabytes(blob.size)}; no official file has more than ${megabytes(LIMITS.file)}`,
      );
    if (kind === 'zip') await this.#openZip(name, await read(), 1);
    else if (kind === 'gzip') this.#openGzip(name, await read());
    else this.found.push({ path: name, kind, size: blob.size, read });
  }

  async #openZip(path: string, bytes: Uint8Array, depth: number): Promise<void> {
    if (depth > LIMITS.depth)
      throw new FormatError(path, null, `zips are nested more than ${LIMITS.depth} deep`);
    const entries = readZipDirectory(bytes, path).filter(({ name }) => !isLitter(name));
    this.#entries += entries.length;
    if (this.#entries > LIMITS.entries)
      throw new FormatError(path, null, `the zips hold more than ${LIMITS.entries} files`);
    if (entries.some(({ name }) => name === 'xl/workbook.xml')) {
      this.found.push({
        path,
        kind: workbookKind(entries, path),
        size: bytes.length,
        read: async () => bytes,
      });
      return;
    }
    await this.onZip(path, bytes);
    for (const entry of entries) await this.#openEntry(`${path} › ${entry.name}`, entry, depth);
  }

  async #openEntry(path: string, entry: ZipEntry, depth: number): Promise<void> {
    await this.work.pause();
    const read = () => this.#readEntry(path, entry);
    const kind = recognise(headOf(entry, path));
    if (kind === 'zip') await this.#openZip(path, await read(), depth + 1);
    else if (kind === 'gzip') this.#openGzip(path, await read());
    else this.found.push({ path, kind, size: entry.size, read });
  }

  async #readEntry(path: string, entry: ZipEntry): Promise<Uint8Array> {
    if (entry.size > LIMITS.unpacked)
      throw new FormatError(
        path,
        null,
        `it unpacks to ${megabytes(entry.size)}, more than any official file`,
      );
    const bytes =
      entry.method === 'stored'
        ? entry.packed
        : await inflateAll(entry.packed, 'deflate', path, () => this.work.pause());
    this.#count(path, bytes);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
      throw new FormatError(path, null, 'the zip is damaged: what it unpacks to has another checksum');
    return bytes;
  }

  #openGzip(path: string, packed: Uint8Array): void {
    const kind = recognise(inflateHead(packed, 'gzip', HEAD_BYTES, path));
    const read = async () => {
      const bytes = await inflateAll(packed, 'gzip', path, () => this.work.pause());
      this.#count(path, bytes);
      return bytes;
    };
    // A gzip's own length field is not trusted; official texts are some seven times their packed size.
    this.found.push({
      path,
      kind: kind === 'zip' || kind === 'gzip' ? 'unknown' : kind,
      size: packed.length * 7,
      read,
    });
  }

  #count(path: string, bytes: Uint8Array): void {
    this.#unpacked += bytes.length;
    if (this.#unpacked > LIMITS.total)
      throw new FormatError(path, null, `the files unpack to more than ${megabytes(LIMITS.total)} together`);
  }
}

/** What macOS adds to the zips that it packs. */
function isLitter(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.endsWith('.DS_Store');
}

function headOf(entry: ZipEntry, path: string): Uint8Array {
  return entry.method === 'stored'
    ? entry.packed.subarray(0, HEAD_BYTES)
    : inflateHead(entry.packed, 'deflate', HEAD_BYTES, path);
}

/** The conversion table's texts begin with its column names. */
function workbookKind(entries: readonly ZipEntry[], path: string): FileKind {
  const strings = entries.find(({ name }) => name === 'xl/sharedStrings.xml');
  const text = strings ? new TextDecoder().decode(headOf(strings, path)) : '';
  return /Previous Code/i.test(text) ? 'conversion-table' : 'workbook';
}
