/** What is known of the official files: facts, by which a file is told to be whole and as published. */
import type { Edition } from '../edition';

interface KnownFile {
  readonly what: string;
  readonly edition: Edition;
  /** ISO day since which a tabular list's notes hold, where its fiscal year alone does not say. */
  readonly asOf?: string;
}

const OCTOBER = (fiscalYear: number): Edition => ({ fiscalYear, april: false });
const APRIL = (fiscalYear: number): Edition => ({ fiscalYear, april: true });

/** By SHA-256 of the file as published, or as unpacked from what was published. */
const FILES: ReadonlyMap<string, KnownFile> = new Map([
  [
    '93e3ad6004badf470c55bfe679b748ae88fd9b2b421851e409eec382c7713b9a',
    { what: 'icd10cm-code-descriptions-2027.zip', edition: OCTOBER(2027) },
  ],
  [
    '91c6c9d1117764ce72375a0f3a5493b1725dafbc1ab283b55799076c9e194965',
    { what: '2027-code-descriptions-tabular-order.zip', edition: OCTOBER(2027) },
  ],
  [
    '37baa476323714be16f95c9b2c96812bf6f3623d9f15188866e584dc529b0298',
    { what: '2027-code-tables-tabular-index.zip', edition: OCTOBER(2027) },
  ],
  [
    '9478b8f95e137177e18be3df906c35566674b16313b12740d9e8e3778cb0e67a',
    { what: '2027-conversion-table.zip', edition: OCTOBER(2027) },
  ],
  [
    '38981fb2c1226e2b92393cef7d921d2293494dd184b5ad039dde08e4b364265f',
    { what: 'icd10cm-order-2027.txt', edition: OCTOBER(2027) },
  ],
  [
    'd64c57ef4534e4f90336decf27a34ba42979c31cd88f6ea923b5b5edd3da6384',
    { what: 'icd10cm_order_addenda_2027.txt', edition: OCTOBER(2027) },
  ],
  [
    'a852eb91b3344ae38476e63816976ee1eeb94dcced7151118324f060e8499f88',
    { what: 'icd10cm-code-descriptions-2026.zip', edition: OCTOBER(2026) },
  ],
  [
    '6dc95c9c7e96c734806e1682f4bf9df76251d60e99199bba0d375ba3dd11026b',
    { what: 'icd10cm-order-2026.txt', edition: OCTOBER(2026) },
  ],
  [
    '19fc109e579aedd793a40a0a18295dd167b82205e10525573ddfe85138674f16',
    { what: 'icd10cm-order-addenda-2026.txt', edition: OCTOBER(2026) },
  ],
  [
    'f161f8182aff3ce3a2a78e202f8259c08eaee2c670a9e45b0072445c52302935',
    { what: 'icd10c-tabular-April-1-2026.xml', edition: APRIL(2026), asOf: '2026-04-01' },
  ],
  [
    'ef862d47d79c69b19d4228855b9a79299e8e004edc14190167b1e66daa8c5825',
    { what: 'icd10cm_tabular_2023.xml', edition: OCTOBER(2023) },
  ],
  [
    'caab6cb0915550a91330ad782f569988f71b77a5a3273144a03cac52bd6fd771',
    { what: 'icd10cm_index_2023.xml', edition: OCTOBER(2023) },
  ],
]);

/** Rows and billable rows of the order files, by fiscal year. FY2021 and the April updates were not to be had. */
const COUNTS: readonly (readonly [fiscalYear: number, codes: number, billable: number])[] = [
  [2016, 91_737, 69_823],
  [2017, 93_830, 71_486],
  [2018, 94_127, 71_704],
  [2019, 94_444, 71_932],
  [2020, 94_765, 72_184],
  [2022, 95_524, 72_748],
  [2023, 96_745, 73_639],
  [2024, 97_296, 74_044],
  [2025, 97_584, 74_260],
  [2026, 98_186, 74_719],
  [2027, 98_403, 74_879],
];

/** @param sha256 in hex */
export function knownFile(sha256: string): KnownFile | undefined {
  return FILES.get(sha256);
}

/** The fiscal year whose order file has these counts. */
export function yearByCounts(codes: number, billable: number): number | null {
  return COUNTS.find(([, rows, leaves]) => rows === codes && leaves === billable)?.[0] ?? null;
}

/** Where the official files are published, for people: nothing is fetched from there. */
export const PUBLISHED_AT = {
  cms: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  cdc: 'https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM/',
} as const;
