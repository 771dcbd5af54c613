import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assemble } from '../assemble/assemble';
import { type About, encodeRelease } from '../assemble/encode-release';
import type { ReleaseRow } from '../assemble/release-row';
import { parseTabularXml } from '../formats/tabular-xml';
import type { ReleaseSource } from '../release';
import { applyChanges } from './apply-changes';
import { parseChanges } from './changes';
import { parseCodeList } from './code-list';
import { fy2026Rows } from './fy2026-rows';
import { type Packed, packRelease } from './pack';
import { FY2027_CHANGES } from './paths';
import { readWheel } from './wheel-cache';
import { FY2026_WHEEL } from './wheels';

const TABULAR = 'simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml';
const CODE_LIST = 'simple_icd_10_cm/data/code-list-April-2026.txt';

/** Rows and billable rows as published, by which a list that was cut between two lines is seen. */
const FY2026_COUNTS = { codes: 98_186, billable: 74_719 };
const FY2027_COUNTS = { codes: 98_403, billable: 74_879 };

/**
 * Builds the embedded release FY2027: the codes of FY2026 and all notes from the wheel in the cache, changed
 * to FY2027 by our own table of facts.
 * @throws Error when the wheel is missing, or the result does not have the published counts
 */
export async function buildFy2027(): Promise<Packed> {
  const [xml = '', list = ''] = readWheel(FY2026_WHEEL, [TABULAR, CODE_LIST]);
  const tabular = parseTabularXml(xml, basename(TABULAR));
  const rows = fy2026Rows(tabular, parseCodeList(list, basename(CODE_LIST)));
  checkCounts('FY2026', rows, FY2026_COUNTS);
  const changes = parseChanges(readFileSync(FY2027_CHANGES, 'utf8'), basename(FY2027_CHANGES));
  const next = applyChanges(rows, changes);
  checkCounts('FY2027', next, FY2027_COUNTS);
  return packRelease(await encodeRelease(ABOUT, assemble(next, tabular)));
}

function checkCounts(name: string, rows: readonly ReleaseRow[], published: typeof FY2027_COUNTS): void {
  const billable = rows.filter((row) => row.billable).length;
  if (rows.length === published.codes && billable === published.billable) return;
  throw new Error(
    `${name} has ${rows.length} rows, ${billable} of them billable; published are ${published.codes} and ${published.billable}`,
  );
}

const PUBLIC_DOMAIN = 'US government work, public domain in the US';

const SOURCES: readonly ReleaseSource[] = [
  {
    gave: 'tabular list of April 1, 2026: codes, titles, hierarchy, all notes, seventh characters; list of all codes of FY2026',
    name: 'simple_icd_10_cm-1.5.0-py3-none-any.whl (icd10c-tabular-April-1-2026.xml, code-list-April-2026.txt)',
    publisher: 'CDC/NCHS and CMS; packed for PyPI by Stefano Travasci',
    licence: `${PUBLIC_DOMAIN}; the package around it: MIT`,
    sha256: FY2026_WHEEL.sha256,
  },
  {
    gave: 'the changes from FY2026 to FY2027, carried over as facts',
    name: 'icd10cm-order-2027.txt',
    publisher: 'CDC/NCHS and CMS',
    licence: PUBLIC_DOMAIN,
    sha256: '38981fb2c1226e2b92393cef7d921d2293494dd184b5ad039dde08e4b364265f',
  },
  {
    gave: 'the same changes as a list, with the title revisions',
    name: 'icd10cm_order_addenda_2027.txt',
    publisher: 'CDC/NCHS and CMS',
    licence: PUBLIC_DOMAIN,
    sha256: 'd64c57ef4534e4f90336decf27a34ba42979c31cd88f6ea923b5b5edd3da6384',
  },
];

const ABOUT: About = {
  system: 'ICD-10-CM',
  fiscalYear: 2027,
  name: 'FY2027',
  effectiveFrom: '2026-10-01',
  effectiveTo: '2027-09-30',
  notesAsOf: '2026-04-01',
  sources: SOURCES,
};
