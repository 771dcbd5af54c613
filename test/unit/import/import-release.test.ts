import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importRelease } from '../../../data/import/import-release';
import type { ImportReport } from '../../../data/import/report';
import type { GivenFile } from '../../../data/import/unpack';
import { type Progress, Work } from '../../../data/import/work';
import { CODES, file, INDEX, orderText, presentOf, smallPackage, tabularText, zip } from './small-release';

const PRESENT = await presentOf(await smallPackage());

const read = (...files: GivenFile[]) => importRelease(files, PRESENT, new Work());
const reportOf = async (...files: GivenFile[]): Promise<ImportReport> => (await read(...files)).report;
const NEXT = [...CODES.slice(0, 2), 'A008 1 Cholera, other', ...CODES.slice(2, 7), 'C009 1 Lip cancer'];
const INDEX_MISSING = 'No alphabetic index in these files: codes are found by their titles alone.';

describe('the files of a release', () => {
  it('make it, whether zipped or single', async () => {
    const single = await read(file('o', orderText()), file('t', tabularText()), file('i', INDEX));
    const zipped = await read(file('z', zip({ a: orderText(), b: zip({ c: tabularText(), d: INDEX }) })));
    expect(zipped.release.hash).toBe(single.release.hash);
    expect(single.release.hash).toBe(PRESENT.release.hash);
    expect(single.report).toMatchObject({ missing: [], edition: { fiscalYear: 2027, april: false } });
    expect(single.release.index).toEqual({ version: '2027', terms: 2 });
    expect([...single.terms]).toEqual([
      ['A009', ['Blue death (epidemic)']],
      ['A000', ['Blue death (epidemic), classical']],
    ]);
    expect(single.report.warnings).toContainEqual(expect.stringMatching(/^1 terms? of the alphabetic index/));
  });

  it('without notes keep those of the present release', async () => {
    const { report, outline, release } = await read(file('order', orderText(NEXT)));
    expect(report.missing).toEqual([
      'No notes in these files: notes, blocks and chapters stay those of FY2027.',
      INDEX_MISSING,
    ]);
    expect(outline.blocks).toEqual(PRESENT.outline.blocks);
    expect(release.notesAsOf).toBe('2026-10-01');
    expect(release.counts).toMatchObject({ codes: 9, billable: 6, noteLines: 1 });
  });

  it('without an order file bring notes and terms alone', async () => {
    const { report, release, shards } = await read(file('t', tabularText('2028')));
    expect(report.missing[0]).toBe(
      'No order file in these files: codes, titles and flags stay those of FY2027.',
    );
    expect(release).toMatchObject({
      name: 'FY2027',
      notesAsOf: '2027-10-01',
      counts: PRESENT.release.counts,
    });
    expect(shards[0]?.text).toContain('note of 2028');
  });

  it('with a part of the chapters keep the other ones', async () => {
    const report = await reportOf(file('t', tabularText('2028', ['2'])));
    expect(report.missing).toContainEqual(
      'The tabular list in these files lacks 1 chapter (1): their notes stay those of FY2027.',
    );
    expect(report.release.notesAsOf).toBe('2026-10-01');
  });

  it('with notes older than those in use are warned of', async () => {
    const { warnings } = await reportOf(file('o', orderText()), file('t', tabularText('2023')));
    expect(warnings).toContain(
      'The notes in these files are those of FY2023, older than those in use, of FY2027.',
    );
  });

  it('are compared with the release in use', async () => {
    const { differences } = await reportOf(file('order', orderText([...NEXT.slice(0, 4), ...NEXT.slice(6)])));
    const codes = Object.entries(differences).map(([list, changes]) => [
      list,
      changes.map(({ code }: { code: string }) => code),
    ]);
    expect(Object.fromEntries(codes)).toEqual({
      added: ['A008'],
      ended: ['A01', 'A010'],
      becameHeader: [],
      becameBillable: [],
      retitled: ['C009'],
    });
    expect(differences.retitled[0]).toMatchObject({
      before: 'Malignant neoplasm of lip, unspecified',
      title: 'Lip cancer',
    });
  });

  it('given twice are read once', async () => {
    const { files } = await reportOf(file('a', orderText()), file('b', gzipSync(strToU8(orderText()))));
    expect(files.map(({ used, says }) => [used, says])).toEqual([
      [true, '8 codes, 5 billable'],
      [false, 'the same as a'],
    ]);
  });

  it('may end with blank lines, as editors leave them, but have none among the rows', async () => {
    const { release } = await read(file('o', `${orderText()}\r\n  \r\n`));
    expect(release.counts.codes).toBe(8);
    const rows = orderText().split('\r\n');
    await expect(read(file('o', rows.toSpliced(4, 0, '').join('\r\n')))).rejects.toThrow(
      'o:5: a blank line stands among the rows',
    );
  });

  it('are read when those of ICD-10-PCS lie beside them', async () => {
    const text = 'Central Nervous System and Cranial Nerves, Bypass';
    const procedures = file('p', `00001 001     0 ${text.padEnd(60)} ${text}\r\n`);
    expect((await reportOf(procedures, file('o', orderText()))).files).toMatchObject([
      { path: 'p', used: false, says: expect.stringContaining('ICD-10-PCS') },
      { path: 'o', used: true },
    ]);
    await expect(read(procedures)).rejects.toThrow('found: p (ICD-10-PCS, procedures');
  });

  it('of an unknown year get a guess to be confirmed', async () => {
    expect(await reportOf(file('o', orderText(NEXT)))).toMatchObject({
      editionFrom: 'guess',
      edition: { fiscalYear: 2028, april: false },
    });
    expect(await reportOf(file('o', orderText(NEXT)), file('t', tabularText('2029')))).toMatchObject({
      editionFrom: 'guess',
      edition: { fiscalYear: 2029, april: false },
    });
  });

  it('tell their progress, which only grows', async () => {
    const seen: Progress[] = [];
    const work = new Work({ onProgress: (progress) => seen.push(progress) });
    await importRelease([file('o', orderText()), file('t', tabularText())], PRESENT, work);
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['looking', 'reading', 'joining']));
  });
});

describe('refused, with file and reason, is', () => {
  const row = (text: string) => orderText([...CODES, text]);
  it.each<[string, GivenFile[], string]>([
    ['a code that stands twice', [file('o', row('C009 1 Lip'))], 'o:9: code C009 stands here a second time'],
    [
      'a code without its category',
      [file('o', row('D000 1 Melanoma'))],
      'o:9: code D000 stands here without its category',
    ],
    ['a code below a billable one', [file('o', row('C0091 1 Lip'))], 'o:9: code C0091 stands below C009'],
    [
      'an order file cut in a line',
      [file('o', orderText().slice(0, -20))],
      'the file ends in the middle of this row',
    ],
    ['a cut tabular list', [file('t', tabularText().slice(0, -40))], 't:2: the file ends early'],
    ['a cut index', [file('i', INDEX.slice(0, -40))], 'the file ends early'],
    ['a tabular list with entities', [file('t', tabularText().replace('Lip', '&lip;'))], 'damaged XML'],
    [
      'a tabular list with a DOCTYPE',
      [file('t', tabularText().replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'))],
      'it has a DOCTYPE',
    ],
    ['an index with a DOCTYPE', [file('i', INDEX.replace('?>', '?><!DOCTYPE x>'))], 'it has a DOCTYPE'],
    [
      'a text in UTF-16',
      [file('u', new Uint8Array(Buffer.from(`\ufeff${orderText()}`, 'utf16le')))],
      'save it as UTF-8',
    ],
    ['nonsense', [file('n', 'nonsense')], 'no order file, tabular list or alphabetic index'],
    [
      'a wrong zip',
      [file('z', zip({ 'letter.txt': 'Dear coder' }))],
      'found: z › letter.txt (not a file of the release)',
    ],
    [
      'files of two releases',
      [file('a', orderText()), file('b', orderText(NEXT))],
      'b: a is of the same kind',
    ],
    [
      'a chapter in two lists',
      [file('a', tabularText()), file('b', tabularText('2020'))],
      'chapter 1 is in another',
    ],
  ])('%s', async (_, files, reason) => {
    await expect(read(...files)).rejects.toThrow(reason);
    await expect(read(...files)).rejects.toMatchObject({ name: 'FormatError' });
  });

  it('an order file that its addenda contradict, since it is cut between two lines', async () => {
    const addenda = [
      'Add:         1 A008    Cholera, other                                               Cholera, other',
      'Headers 3 headers in o2027 3 headers in o2028 0 additions 0 deletions 0 revisions of which 0 revisions short title only',
      'Codes 5 codes in o2027 6 codes in icd10cm_order_2028.txt 1 additions 0 deletions 0 revisions of which 0 revisions to short title only',
    ]
      .join('\r\n')
      .replace('Headers ', 'Headers\r\n')
      .replace('\r\nCodes ', '\r\nCodes\r\n');
    expect(await reportOf(file('o', orderText(NEXT)), file('a', addenda))).toMatchObject({
      editionFrom: 'addenda',
      edition: { fiscalYear: 2028 },
    });
    await expect(read(file('o', orderText(NEXT.slice(0, -1))), file('a', addenda))).rejects.toThrow(
      'o: it has 8 codes, 5 of them billable, where a counts 9 and 6: it is cut off, or of another year',
    );
  });
});

it('an order file that ends with a header is cut off', async () => {
  await expect(read(file('o', orderText(CODES.slice(0, 6))))).rejects.toThrow(
    'o:6: it ends with the header C00, and nothing below it: it is cut off',
  );
});

it('an order file that may be cut off behind a billable code is warned of', async () => {
  const { warnings } = await reportOf(file('o', orderText(CODES.slice(0, 7))));
  expect(warnings).toContain('The order file ends with C000; FY2027 ends with C009: it may be cut off.');
});
