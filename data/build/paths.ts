import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where `fetch` puts wheels: git-ignored. */
export const WHEEL_CACHE = join(ROOT, '.cache', 'wheels');

/** The embedded release: generated, and checked in. */
export const RELEASE_DIR = join(ROOT, 'data', 'icd10cm');

export const FY2027_CHANGES = join(ROOT, 'data', 'build', 'fy2027-changes.tsv');

export const HISTORY_FILE = join(RELEASE_DIR, 'history.json');

/** The spellings that are HCPCS codes as well: generated, and checked in. */
export const HCPCS_TABLE = join(ROOT, 'data', 'other-systems', 'hcpcs-table.ts');

/** The official release files, which stand beside the project and are never copied into it. */
export const FACTS_DIR = join(ROOT, '..', 'shared', 'icd10cm');
