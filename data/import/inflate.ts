import { Gunzip, Inflate } from 'fflate';
import { FormatError } from '../formats/format-error';
import { crc32 } from './crc32';
import { LIMITS, megabytes } from './limits';

/** Packed bytes given to the inflater at a time: at deflate's best ratio, 1032, they make 8 MB. */
const SLICE = 8192;

/** How packed bytes are packed; a zip's deflated entries are `deflate`. */
export type Packing = 'deflate' | 'gzip';

/**
 * Unpacks the beginning of a packed file.
 * @throws FormatError when it is damaged
 */
export function inflateHead(packed: Uint8Array, packing: Packing, length: number, file: string): Uint8Array {
  return join(inflateUntil(packed, packing, length, file)).subarray(0, length);
}

/**
 * Unpacks a whole file, slice by slice, and stops as soon as it grows beyond the limits.
 * @param between awaited between slices; what it throws ends the work
 * @throws FormatError when it is damaged, cut off, or a zip bomb
 */
export async function inflateAll(
  packed: Uint8Array,
  packing: Packing,
  file: string,
  between: () => Promise<void>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const members: Member[] = [{ packedAt: 0, at: 0 }];
  for (const { grown, size } of inflateSlices(packed, packing, file, (member) => members.push(member))) {
    pieces.push(...grown);
    if (size > LIMITS.unpacked)
      throw new FormatError(file, null, `it unpacks to more than ${megabytes(LIMITS.unpacked)}`);
    if (size > 1_000_000 && size > packed.length * LIMITS.ratio)
      throw new FormatError(
        file,
        null,
        `it unpacks to more than ${LIMITS.ratio} times its size, as a zip bomb does`,
      );
    await between();
  }
  const bytes = join(pieces);
  if (packing === 'gzip') checkMembers(packed, bytes, members, file);
  return bytes;
}

/** Where a part of a gzip begins, packed and unpacked: several, one behind the other, are one file. */
interface Member {
  readonly packedAt: number;
  readonly at: number;
}

/** A gzip's members end with checksum and length (RFC 1952), which the inflater passes over. */
function checkMembers(packed: Uint8Array, bytes: Uint8Array, members: readonly Member[], file: string): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (const [nth, { at }] of members.entries()) {
    const next = members[nth + 1] ?? { packedAt: packed.length, at: bytes.length };
    const trailer = next.packedAt - 8;
    const isWhole =
      trailer >= 0 &&
      view.getUint32(trailer, true) === crc32(bytes.subarray(at, next.at)) &&
      view.getUint32(trailer + 4, true) === next.at - at;
    if (!isWhole)
      throw new FormatError(file, null, 'it is damaged or cut off: what it unpacks to has another checksum');
  }
}

function inflateUntil(packed: Uint8Array, packing: Packing, length: number, file: string): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (const { grown, size } of inflateSlices(packed, packing, file)) {
    pieces.push(...grown);
    if (size >= length) break;
  }
  return pieces;
}

/** Gives what each slice adds, and how much there is now. */
function* inflateSlices(
  packed: Uint8Array,
  packing: Packing,
  file: string,
  onMember: (member: Member) => void = () => undefined,
): Generator<{ grown: Uint8Array[]; size: number }> {
  let grown: Uint8Array[] = [];
  let size = 0;
  const onData = (piece: Uint8Array) => {
    grown.push(piece);
    size += piece.length;
  };
  const inflater = packing === 'gzip' ? new Gunzip(onData) : new Inflate(onData);
  if (inflater instanceof Gunzip) inflater.onmember = (packedAt) => onMember({ packedAt, at: size });
  for (let from = 0; from < packed.length; from += SLICE) {
    try {
      inflater.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new FormatError(file, null, `it is damaged or cut off and can’t be unpacked (${reason})`);
    }
    yield { grown, size };
    grown = [];
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
