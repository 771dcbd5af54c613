import { strToU8, zipSync } from 'fflate';
import { assemble } from '../../../data/assemble/assemble';
import { encodeRelease } from '../../../data/assemble/encode-release';
import { packRelease } from '../../../data/build/pack';
import { editionFacts } from '../../../data/edition';
import { EmbeddedRelease } from '../../../data/embedded';
import { parseOrderFile } from '../../../data/formats/order-file';
import { parseTabularXml } from '../../../data/formats/tabular-xml';
import type { PresentRelease } from '../../../data/import/present';
import type { GivenFile } from '../../../data/import/unpack';

/** Codes of two chapters in the form `A00 0 Cholera`. */
export const CODES = [
  'A00 0 Cholera',
  'A000 1 Cholera due to Vibrio cholerae 01, biovar cholerae',
  'A009 1 Cholera, unspecified',
  'A01 0 Typhoid and paratyphoid fevers',
  'A010 1 Typhoid fever',
  'C00 0 Malignant neoplasm of lip',
  'C000 1 Malignant neoplasm of external upper lip',
  'C009 1 Malignant neoplasm of lip, unspecified',
];

/** An order file with these codes. */
export function orderText(codes: readonly string[] = CODES): string {
  return codes
    .map((line, index) => {
      const [code = '', flag = '', ...title] = line.split(' ');
      const text = title.join(' ');
      return `${String(index + 1).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${text.slice(0, 60).padEnd(60)} ${text}\r\n`;
    })
    .join('');
}

/** A tabular list of the codes above; its notes name the version. */
export function tabularText(version = '2027', chapters = ['1', '2']): string {
  const diag = (code: string, title: string, inner = '') =>
    `<diag><name>${code}</name><desc>${title}</desc>${inner}</diag>`;
  const one = `<chapter><name>1</name><desc>Infectious</desc><section id="A00-A09"><desc>Intestinal</desc>${diag('A00', 'Cholera', `<excludes1><note>note of ${version}</note></excludes1>${diag('A00.0', 'Cholera due to')}${diag('A00.9', 'Cholera, unspecified')}`)}${diag('A01', 'Typhoid', diag('A01.0', 'Typhoid fever'))}</section></chapter>`;
  const two = `<chapter><name>2</name><desc>Neoplasms</desc><section id="C00-C14"><desc>Lip</desc>${diag('C00', 'Lip', diag('C00.0', 'Upper lip') + diag('C00.9', 'Lip, unspecified'))}</section></chapter>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<ICD10CM.tabular><version>${version}</version>${chapters.includes('1') ? one : ''}${chapters.includes('2') ? two : ''}</ICD10CM.tabular>`;
}

export const INDEX = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>2027</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
<letter><title>B</title><mainTerm><title>Blue death<nemod>(epidemic)</nemod></title><code>A00.9</code>
<term level="1"><title>classical</title><code>A00.0</code></term>
<term level="1"><title>nowhere</title><code>Z99.9</code></term></mainTerm></letter></ICD10CM.index>`;

/** The small release, packed as the one in the extension is. */
export async function smallPackage(fiscalYear = 2027, codes = CODES): Promise<EmbeddedRelease> {
  const rows = parseOrderFile(orderText(codes), 'order').rows.map(({ code, billable, title }) => ({
    code,
    billable,
    title,
  }));
  const about = {
    system: 'ICD-10-CM' as const,
    ...editionFacts({ fiscalYear, april: false }),
    notesAsOf: `${fiscalYear - 1}-10-01`,
    sources: [],
  };
  const encoded = await encodeRelease(
    about,
    assemble(rows, parseTabularXml(tabularText(String(fiscalYear)), 'tabular')),
  );
  const { zip } = packRelease(encoded);
  return new EmbeddedRelease(async () => zip);
}

export async function presentOf(embedded: EmbeddedRelease): Promise<PresentRelease> {
  const shards = [];
  for await (const shard of embedded.shards()) shards.push(shard);
  return { release: await embedded.release(), outline: await embedded.outline(), shards, terms: new Map() };
}

export function file(name: string, content: string | Uint8Array): GivenFile {
  return { name, blob: new Blob([content as BlobPart]) };
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}
