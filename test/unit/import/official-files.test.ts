import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { importRelease } from '../../../data/import/import-release';
import { Work } from '../../../data/import/work';
import { search } from '../../../data/search/search';
import {
  ADDENDA_2027,
  DESCRIPTIONS_2026,
  describeOfficial,
  INDEX_2023,
  OFFICIAL_FOLDER,
  ORDER_2027,
  TABULAR_2023,
  TABULAR_2025_CHAPTER_2,
} from '../official';
import { embedded, engineFor, ours } from '../release';
import { presentOf } from './small-release';

async function read(...paths: string[]) {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      blob: await openAsBlob(`${OFFICIAL_FOLDER}/${path}`),
    })),
  );
  return importRelease(files, await presentOf(embedded), new Work());
}

describeOfficial('imported from the official files', () => {
  it('the FY2026 zip has 98,186 codes, 74,719 billable, as published', async () => {
    const { release, report } = await read(DESCRIPTIONS_2026, '2026/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx');
    expect(release).toMatchObject({ name: 'FY2026', counts: { codes: 98_186, billable: 74_719 } });
    expect(report.editionFrom).toBe('published file');
    expect(report.files.filter(({ asPublished }) => asPublished)).toHaveLength(3);
    expect(report.files.at(-1)).toMatchObject({ kind: 'conversion-table', used: false });
    const { added, ended, becameBillable, retitled } = report.differences;
    expect([added, ended, becameBillable, retitled].map((list) => list.length)).toEqual([21, 238, 15, 4]);
  });

  it('the FY2027 order file has 98,403 codes, 74,879 billable: with our notes the embedded release', async () => {
    const { release } = await read(ORDER_2027, ADDENDA_2027);
    expect(release.counts).toMatchObject({ codes: 98_403, billable: 74_879 });
    expect(release.hash).toBe((await embedded.release()).hash);
  });

  it('the FY2023 tabular list has 45,869 codes, its index 8,060 main terms, which find codes', async () => {
    const { report, decoded, terms, outline, release } = await read(ORDER_2027, TABULAR_2023, INDEX_2023);
    expect(report.files.map(({ says }) => says)).toEqual([
      '98,403 codes, 74,879 billable',
      'version 2023: 22 chapters, 296 blocks, 45,869 codes, 23,666 lines of notes',
      'version 2023: 8,060 main terms, 61,983 terms with a code',
    ]);
    const shards = async function* () {
      yield* decoded;
    };
    const source = {
      release: async () => release,
      outline: async () => outline,
      shard: async (category: string) => decoded.find((shard) => shard.category === category) ?? null,
    };
    const engine = await engineFor(shards(), ours, terms);
    const first = async (query: string) =>
      (await search(source, engine, { text: query, limit: 5 })).hits[0]?.code;
    expect(await first('abasia hysterical')).toBe('F444');
    expect(await first('fusion spine cervical')).toBe('M4322');
  });

  it('chapter 2 of FY2025 has 2,198 nodes and 1,547 note lines; the other chapters keep their notes', async () => {
    const { report } = await read(TABULAR_2025_CHAPTER_2);
    // One chapter, 23 blocks and 2,174 codes are the 2,198 nodes.
    expect(report.files[0]?.says).toBe(
      'version 2025: 1 chapter, 23 blocks, 2,174 codes, 1,547 lines of notes',
    );
    expect(report.missing[1]).toContain('lacks 21 chapters');
    expect(report.release.counts.codes).toBe(98_403);
  });

  it('the tables of April 2026, PDFs and schemas are recognised and not used', async () => {
    await expect(
      read(
        '2026/icd10cm-addenda-2026.zip',
        '2025/icd-10-cm-tabular-2025.xsd',
        '2026-april/icd10cm-drug-April-1-2026-XML.xml.gz',
      ),
    ).rejects.toThrow('no order file, tabular list or alphabetic index');
  });
});
