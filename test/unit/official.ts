import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { describe } from 'vitest';

/** The official release files stand beside the project, and are never copied into it. */
export const OFFICIAL_FOLDER = fileURLToPath(new URL('../../../shared/icd10cm', import.meta.url));

/**
 * Reads an official file as text; a `.gz` is unpacked.
 * @param path   below the folder of official files
 * @param member of a zip, the file inside it
 */
export function official(path: string, member?: string): string {
  const bytes = readFileSync(`${OFFICIAL_FOLDER}/${path}`);
  if (path.endsWith('.gz')) return strFromU8(gunzipSync(bytes));
  if (member === undefined) return strFromU8(bytes);
  const data = unzipSync(bytes, { filter: ({ name }) => name === member })[member];
  if (data === undefined) throw new Error(`${path} holds no ${member}`);
  return strFromU8(data);
}

/** A `describe` for tests that need the official files; skipped, with a line saying so, where there are none. */
export function describeOfficial(name: string, tests: () => void): void {
  const there = existsSync(OFFICIAL_FOLDER);
  if (!there) console.log(`skipped, for the official files are not in ${OFFICIAL_FOLDER}: ${name}`);
  describe.skipIf(!there)(name, tests);
}

export const ORDER_2027 = '2027/icd10cm-order-2027.txt.gz';
export const ADDENDA_2027 = '2027/icd10cm_order_addenda_2027.txt';
export const DESCRIPTIONS_2026 = '2026/icd10cm-code-descriptions-2026.zip';
export const ORDER_2026_MEMBER = 'icd10cm-order-2026.txt';
export const ADDENDA_2026_MEMBER = 'icd10cm-order-addenda-2026.txt';
export const TABULAR_2025_CHAPTER_2 = '2025/icd-10-cm-tabular-2025_ch2.xml.gz';
export const TABULAR_2023 = '2023/icd10cm_tabular_2023.xml.gz';
export const INDEX_2023 = '2023/icd10cm_index_2023.xml.gz';
