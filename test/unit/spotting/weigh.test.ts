import { describe, expect, it } from 'vitest';
import { spotted, weighAll } from './spot';

describe('by itself', () => {
  it('a dotted code counts, and what has no dot does not', () => {
    expect(spotted('E11.9 with I10, E119 and S52501A')).toEqual(['E11.9']);
  });

  it('a dotted code counts as part of something', () => {
    expect(spotted('labs as part of Z00.00, complication of device T82.9')).toEqual(['Z00.00', 'T82.9']);
  });

  it('a body temperature does not, though its shape is that of a header', () => {
    expect(spotted('T36.8')).toEqual([]);
  });
});

it('a version does not, though its shape is that of a header of V codes', () => {
  expect(spotted('Kit V10.3 is the new one')).toEqual([]);
  expect(spotted('ICD-10-CM: V43.5')).toEqual(['V43.5']);
});

describe('behind a label', () => {
  it.each([
    ['ICD-10: E119', ['E119']],
    ['ICD10CM:F32.A', ['F32.A']],
    ['ICD-10#F43.1', ['F43.1']],
    ['ICD-10-CM codes: I10, E119 and M4322', ['I10', 'E119', 'M4322']],
    ['ICD‑10‑CM: E119', ['E119']],
    ['Dx1: I10 Dx2: E119', ['I10', 'E119']],
    ['Diag. I10', ['I10']],
    ['Principal diagnosis I10', ['I10']],
    ['Hauptdiagnose: I10', ['I10']],
    ['CIE-10: I10', ['I10']],
    ['HI*ABK:F1120*ABF:E1165~', ['F1120', 'E1165']],
    ['{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"I10"}', ['I10']],
    ['Dx: essential hypertension (I10)', ['I10']],
    ['E119 (ICD-10-CM)', ['E119']],
    ['<code code="I10" codeSystem="2.16.840.1.113883.6.90"/>', ['I10']],
    ['DG1|1||I10^Hypertension^I10|', ['I10']],
    ['Item 21. ICD Ind 0  A. M1712  B. M25562', ['M1712', 'M25562']],
    ['box 21 A. E669', ['E669']],
    ['R42 as the principal diagnosis is fine', ['R42']],
    ['I10 is not a valid dx here', ['I10']],
    ['Codes S12-S14 are accepted', ['S12-S14']],
    ['FL 72 ECI W1830XA', ['W1830XA']],
  ])('a code counts without a dot: %s', (text, codes) => {
    expect(spotted(text)).toEqual(codes);
  });

  it.each([
    'CPT 99213, J1100',
    'HCPCS: E1140, K0823 and G0439',
    'SV1*HC:J1100*12',
    'HI*BK:V7000*BF:E8490~',
    'Remark codes M51, N30',
    'Rev code 0450 bed N30',
    'ICD-9: V70.0',
    'ICD-10-PCS: B20ZZZZ',
    'ICPC-2: K86, T90',
    'ICD-O C50.9, M8500/3',
    'firmware R10.2',
    'see Table S12.3',
    'Dx: hypertension. Room I10',
    'Assessment done. Bed M51',
    'Dx Ptr: A, I10 box',
    'art. no. K40.90',
    'ASME B18.2 fasteners; CSA C22.1 lifts',
    'Affects: R10.2',
    'the M25 is a problem again',
    'PROC = ["G0400"] behind # ICD-10-CM\nPROC = ["S9110"]',
  ])('another thing does not: %s', (text) => {
    expect(spotted(text)).toEqual([]);
  });

  it('the nearest one decides', () => {
    expect(spotted('CPT: 99213 Dx: I10, E119 HCPCS: J1100')).toEqual(['I10', 'E119']);
  });
});

describe('around it', () => {
  it.each([
    ['a column of diagnoses', { column: 'Dx 1' }],
    ['a code system in the cell before', { key: 'ICD-10-CM' }],
    ['a row of diagnoses', { row: 'Admit diagnosis' }],
    ['a heading', { heading: 'Problem list (ICD-10)' }],
  ])('%s makes it count', (_, captions) => {
    expect(spotted('I10', captions)).toEqual(['I10']);
  });

  it.each([
    ['a column of procedures', 'E1140', { column: 'HCPCS' }],
    ['a column of beds', 'I10', { column: 'Bed' }],
    ['a column of procedures with the number of its field', 'E1140', { column: 'HCPCS 24D' }],
    ['a column of two things', 'I10', { column: 'Procedure / Diagnosis' }],
    ['ICD-9 in the cell before', 'V70.0', { key: 'ICD-9' }],
    ['ICD-9 under a head of diagnoses', 'V70.0', { column: 'Diagnosis', key: 'ICD-9' }],
    ['a heading that names a bed', 'has I10 here', { heading: 'Huddle, room C22' }],
    ['the first cell of a row in the middle of its note', 'boost I10 deferred', { row: 'Dx' }],
    ['a heading over a whole sentence', 'went to bed I10 again, then home', { heading: 'Diagnoses' }],
  ])('%s does not', (_, text, captions) => {
    expect(spotted(text, captions)).toEqual([]);
  });
});

it('every reason that it gives adds up to its points', () => {
  const texts = ['Dx: I10, E119 (HCPCS)', 'ICD-9 V70.0 T36.8 P78 R16', 'e11.9 M40-M43', 'CPT J1100 Dx E1140'];
  for (const [, { points, reasons }] of texts.flatMap((text) => weighAll(text))) {
    expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
  }
});

describe('a text of a megabyte', () => {
  it.each(['Dx ', 'Dx: ', 'ICD-10 ', 'I10, ', 'T36.8 ', '^', '"', 'code ', 'Dx I10 '])(
    'behind %j is weighed in linear time',
    (piece) => {
      const text = `${piece.repeat(Math.ceil(2e5 / piece.length))}E119`;
      const start = performance.now();
      weighAll(text.slice(-4_000));
      weighAll(text.slice(0, 4_000));
      expect(performance.now() - start).toBeLessThan(1_500);
    },
  );
});
