import { readFileSync } from 'node:fs';
import { gunzipSync, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../data/import/recognise';
import { describeOfficial, OFFICIAL_FOLDER } from '../official';
import { INDEX, orderText, tabularText } from './small-release';

const kindOf = (text: string) => recognise(strToU8(text));

describe('a file is recognised by its beginning', () => {
  it.each([
    ['order', orderText()],
    ['order', `\ufeff${orderText()}`],
    ['order-addenda', 'Add:         1 C7831   Secondary malignant'],
    ['codes-addenda', 'Delete:      B880    Other acariasis'],
    ['codes', 'A000    Cholera due to Vibrio cholerae 01'],
    ['tabular', tabularText()],
    ['tabular', `\ufeff<!-- of <b> -->\n<ICD10CM.tabular>`],
    ['index', INDEX],
    [
      'external-cause-index',
      INDEX.replace('INDEX TO DISEASES and INJURIES', 'EXTERNAL CAUSE of INJURIES INDEX'),
    ],
    ['drug-table', '<ICD10CM.index><version>2026</version><indexHeading><head col="1">Substance</head>'],
    ['neoplasm-table', '<ICD10CM.index><version>2026</version><indexHeading><head col="1">Neoplasm</head>'],
    ['schema', '<?xml version="1.0"?><xsd:schema id="cm_index"'],
    ['web-page', '<!DOCTYPE html><html><body>404'],
    ['pdf', '%PDF-1.7'],
    ['empty', ''],
    ['procedures', '00001 001     0 Central Nervous System and Cranial Nerves, Bypass  '],
    ['procedures', '00002 0016070 1 Bypass Cereb Vent to Nasophar with Autol Sub'],
    ['procedures', '0016070 Bypass Cerebral Ventricle to Nasopharynx'],
    ['procedures', 'Add:         1 02HV3DZ Insertion of Intraluminal Device'],
    ['procedures', '<?xml version="1.0"?>\n<ICD10PCS.tabular><version>2027</version>'],
    ['unknown', 'Dear coder, the files are attached'],
    ['unknown', '00001 A00     0\u0000Cholera'],
    ['unknown', '<ClinicalDocument xmlns="urn:hl7-org:v3">'],
  ])('as %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describeOfficial('the official files', () => {
  it.each([
    ['2027/icd10cm-order-2027.txt.gz', 'order'],
    ['2027/icd10cm_order_addenda_2027.txt', 'order-addenda'],
    ['2023/icd10cm_tabular_2023.xml.gz', 'tabular'],
    ['2023/icd10cm_index_2023.xml.gz', 'index'],
    ['2025/icd-10-cm-tabular-2025_ch2.xml.gz', 'tabular'],
    ['2025/icd10cm-index-2025.xsd', 'schema'],
    ['2025/ICD10CM_2025_Index.csv.gz', 'unknown'],
    ['2026-april/icd10cm-eindex-April-1-2026-XML.xml.gz', 'external-cause-index'],
    ['2026-april/icd10cm-drug-April-1-2026-XML.xml.gz', 'drug-table'],
    ['2026-april/icd10cm-neoplasm-April-1-2026-XML.xml.gz', 'neoplasm-table'],
    ['history/icd10cm-validity-fy2016-fy2027.tsv.gz', 'unknown'],
    ['README.md', 'unknown'],
  ])('%s is %s', (path, kind) => {
    const bytes = readFileSync(`${OFFICIAL_FOLDER}/${path}`);
    expect(recognise((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).subarray(0, 4096))).toBe(kind);
  });

  it('all of the FY2026 code-descriptions zip', () => {
    const files = unzipSync(readFileSync(`${OFFICIAL_FOLDER}/2026/icd10cm-code-descriptions-2026.zip`));
    expect(Object.values(files).map((bytes) => recognise(bytes.subarray(0, 4096)))).toEqual([
      'order',
      'pdf',
      'pdf',
      'order-addenda',
      'codes',
      'codes-addenda',
    ]);
  });
});
