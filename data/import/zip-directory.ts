import { FormatError } from '../formats/format-error';

/** A file in a zip, as the zip's central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes as packed, within the zip. */
  readonly packed: Uint8Array;
  readonly method: 'stored' | 'deflated';
  /** Bytes when unpacked, as the directory says; it can lie. */
  readonly size: number;
  readonly crc: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end's own length, and the longest comment that can follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;

/**
 * Lists the files of a zip without unpacking anything; folders are left out.
 * @param file its name, for error messages
 * @throws FormatError when it is cut off, damaged, encrypted, or packed in a way that no official zip is
 */
export function readZipDirectory(zip: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const fail = (reason: string): never => {
    throw new FormatError(file, null, reason);
  };
  const end = findEnd(view);
  if (end < 0) fail('the zip is cut off: its list of files is missing');
  const count = view.getUint16(end + 10, true);
  if (count === 0) fail('the zip holds no files');
  if (count === 0xffff) fail('the zip has more files than any official one');
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY)
      fail('the zip is damaged: its list of files is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(zip.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith('/')) entries.push(readEntry(zip, view, at, name, fail));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function readEntry(
  zip: Uint8Array,
  view: DataView,
  at: number,
  name: string,
  fail: (reason: string) => never,
): ZipEntry {
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint16(at + 8, true) & ENCRYPTED) fail(`${name} is encrypted; official files are not`);
  if (method !== 0 && method !== 8)
    fail(`${name} is packed with method ${method}, which official zips don’t use`);
  if (local + 30 > zip.length || view.getUint32(local, true) !== LOCAL) fail(`the zip is damaged at ${name}`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > zip.length) fail(`the zip is cut off in ${name}`);
  return {
    name,
    packed: zip.subarray(start, start + packedSize),
    method: method === 0 ? 'stored' : 'deflated',
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  };
}
