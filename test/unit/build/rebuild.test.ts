import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tabularTitles } from '../../../data/assemble/tabular-titles';
import { parseCodeList } from '../../../data/build/code-list';
import { fy2026Rows } from '../../../data/build/fy2026-rows';
import { buildFy2027 } from '../../../data/build/fy2027';
import { RELEASE_DIR } from '../../../data/build/paths';
import { readWheel } from '../../../data/build/wheel-cache';
import { FY2026_WHEEL } from '../../../data/build/wheels';
import { parseOrderFile } from '../../../data/formats/order-file';
import { countTabular } from '../../../data/formats/tabular';
import { parseTabularXml } from '../../../data/formats/tabular-xml';
import { DESCRIPTIONS_2026, describeOfficial, ORDER_2026_MEMBER, official } from '../official';
import { describeWithWheel } from './wheel';

const describeWheel = await describeWithWheel();

function readSources() {
  const [xml = '', list = ''] = readWheel(FY2026_WHEEL, [
    'simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml',
    'simple_icd_10_cm/data/code-list-April-2026.txt',
  ]);
  return { tabular: parseTabularXml(xml, 'tabular'), codes: parseCodeList(list, 'codes') };
}

describeWheel('the release built from the wheel', () => {
  it('is the one that is checked in, byte by byte', { timeout: 60_000 }, async () => {
    const { zip, manifest } = await buildFy2027();
    const checkedIn = readFileSync(join(RELEASE_DIR, 'release.zip'));
    expect(Buffer.compare(checkedIn, zip), 'release.zip differs: run "npm run data -- build"').toBe(0);
    expect(manifest).toBe(readFileSync(join(RELEASE_DIR, 'release.json'), 'utf8'));
  });

  it('starts from 46,881 codes of the tabular list and 98,186 of the code list', () => {
    const { tabular, codes } = readSources();
    expect(countTabular(tabular)).toEqual({ chapters: 22, sections: 297, codes: 46_881, noteLines: 24_654 });
    expect(codes).toHaveLength(98_186);
  });

  it('leaves out the 76 combinations of code and seventh character that do not exist, all under S06', () => {
    const { tabular, codes } = readSources();
    const listed = new Set(codes);
    const impossible = [...tabularTitles(tabular, () => true).keys()].filter((code) => !listed.has(code));
    expect(impossible).toHaveLength(76);
    expect(impossible.every((code) => code.startsWith('S06'))).toBe(true);
  });

  describeOfficial('with the official order file of FY2026', () => {
    it('agrees row by row: code, flag and long title', () => {
      const { tabular, codes } = readSources();
      const published = parseOrderFile(official(DESCRIPTIONS_2026, ORDER_2026_MEMBER), 'order-2026').rows;
      const built = fy2026Rows(tabular, codes);
      expect(built).toHaveLength(published.length);
      const differing = built.filter(({ code, billable, title }, index) => {
        const row = published[index];
        return code !== row?.code || billable !== row.billable || title !== row.title;
      });
      expect(differing).toEqual([]);
    });
  });
});
