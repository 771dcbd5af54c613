import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, strFromU8 } from 'fflate';
import type { ReleaseRow } from '../../assemble/release-row';
import type { Code } from '../../code';
import { EmbeddedRelease } from '../../embedded';
import { HISTORY_FORMAT, packCodes, type StoredHistory } from '../../history/stored';
import { RELEASE_DIR } from '../paths';
import { type DayOf, findChangeDays } from './change-days';
import { readConversionTable } from './conversion';
import { findEarlierTitles } from './earlier-titles';
import { listEnded } from './ended';
import { findSuccessors } from './successors';

import { readFy2026, readHcupTitles, readTitleSources, titlesOf } from './title-sources';
import { parseValidity, type Validity } from './validity';

const VALIDITY = 'history/icd10cm-validity-fy2016-fy2027.tsv.gz';
const CONVERSION = '2026/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx';

/**
 * Builds the text of `history.json`: from the validity and the conversion table, the wheels in the cache, and the
 * embedded release. The same files give the same text.
 * @param facts the folder of the official files
 * @throws Error when a file or a wheel is missing, or is not what it should be
 */
export async function buildHistory(facts: string): Promise<string> {
  const validity = parseValidity(strFromU8(gunzipSync(readFileSync(join(facts, VALIDITY)))), VALIDITY);
  const conversions = await readConversionTable(join(facts, CONVERSION));
  const fy2026 = readFy2026();
  const fy2027 = await readFy2027();
  checkFlags(validity, fy2027);
  const dayOf = findChangeDays(validity, conversions);
  const successors = findSuccessors(validity, conversions, dayOf, fy2026, fy2027);
  const sources = [...readTitleSources(), { from: '2025-10-01', titles: titlesOf(fy2026) }];
  const titles = findEarlierTitles(
    [...sources, { from: '2026-10-01', titles: titlesOf(fy2027) }],
    [...validity.releases.map(({ from }) => from), '2020-10-01'].sort(),
  );
  const stored: StoredHistory = {
    format: HISTORY_FORMAT,
    releases: validity.releases.map(({ name, from }) => [name, from]),
    marks: packGroups(marksThatChange(validity)),
    days: packGroups(daysApart(validity, dayOf)),
    ended: listEnded(
      validity,
      fy2027.map(({ code }) => code),
      sources,
      readHcupTitles(),
    ),
    successors: Object.fromEntries([...successors].map(([code, codes]) => [code, packCodes(codes, code)])),
    titles: Object.fromEntries(titles),
  };
  return printHistory(stored);
}

/** JSON with one entry a line, so that a difference between two builds can be read. */
function printHistory({ format, ...parts }: StoredHistory): string {
  const printed = Object.entries(parts).map(([name, part]) => {
    const [open, close] = Array.isArray(part) ? '[]' : '{}';
    const entries = Array.isArray(part)
      ? part.map((item) => JSON.stringify(item))
      : Object.entries(part).map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`);
    return `${JSON.stringify(name)}:${open}\n${entries.join(',\n')}\n${close}`;
  });
  return `{"format":${JSON.stringify(format)},\n${printed.join(',\n')}}\n`;
}

async function readFy2027(): Promise<readonly ReleaseRow[]> {
  const bytes = new Uint8Array(readFileSync(join(RELEASE_DIR, 'release.zip')));
  const rows: ReleaseRow[] = [];
  for await (const { nodes } of new EmbeddedRelease(async () => bytes).shards()) rows.push(...nodes);
  return rows;
}

/** The marks are stored without the last release's constant ones, so they must be those of the embedded release. */
function checkFlags({ marks }: Validity, rows: readonly ReleaseRow[]): void {
  const flags = new Map(rows.map(({ code, billable }) => [code, billable ? '1' : '0']));
  for (const [code, own] of marks) {
    if ((flags.get(code) ?? '-') !== own.at(-1))
      throw new Error(
        `${code} is ${own.at(-1)} in the table of validity and ${flags.get(code)} in the release`,
      );
  }
  const unlisted = rows.find(({ code }) => !marks.has(code));
  if (unlisted) throw new Error(`${unlisted.code} is not in the table of validity`);
}

function marksThatChange({ marks }: Validity): ReadonlyMap<string, readonly Code[]> {
  const changing = [...marks].filter(([, own]) => new Set(own).size > 1);
  return group(changing.map(([code, own]) => [own, code]));
}

function daysApart({ marks, releases }: Validity, dayOf: DayOf): ReadonlyMap<string, readonly Code[]> {
  const apart: [string, Code][] = [];
  for (const [code, own] of marks) {
    for (const [index, { from }] of releases.entries()) {
      if (index === 0 || own[index] === own[index - 1]) continue;
      const day = dayOf(code, index);
      if (day !== from) apart.push([day, code]);
    }
  }
  return group(apart);
}

function group(pairs: readonly (readonly [string, Code])[]): ReadonlyMap<string, readonly Code[]> {
  const groups = new Map<string, Code[]>();
  for (const [key, code] of pairs) groups.set(key, [...(groups.get(key) ?? []), code]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function packGroups(groups: ReadonlyMap<string, readonly Code[]>): Record<string, string> {
  return Object.fromEntries([...groups].map(([key, codes]) => [key, packCodes(codes)]));
}
