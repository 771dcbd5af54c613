import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'fflate';

/** The official release files stand beside the project, and are never copied into it. */
const FOLDER = resolve('../shared/icd10cm');

export const hasOfficialFiles = existsSync(FOLDER);

/** An official file as it is published: a `.gz`, which only this folder has, is unpacked first. */
export function officialFiles(): { path(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'dxlens-official-'));
  return {
    path(name) {
      const source = join(FOLDER, name);
      if (!name.endsWith('.gz')) return source;
      const target = join(folder, name.replace(/^.*\/|\.gz$/g, ''));
      if (!existsSync(target)) writeFileSync(target, gunzipSync(readFileSync(source)));
      return target;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
