import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import { findCandidates } from '../../../data/spotting/candidates';
import { embedded } from '../release';

/** The characters that are taken for codes, as they stand in the text. */
const spotted = (text: string) => findCandidates(text).map(({ start, end }) => text.slice(start, end));
const labelled = (text: string) =>
  findCandidates(text)
    .filter((candidate) => candidate.labelled)
    .map(({ code }) => dotted(code));

describe('a dotted code', () => {
  it.each([
    ['E11.9 - Type 2 diabetes mellitus without complications', ['E11.9']],
    ['E11.9 Type 2 diabetes mellitus without complications', ['E11.9']],
    ['Type 2 diabetes (E11.9), hypertension [I10.0]', ['E11.9', 'I10.0']],
    ['seen for M43.22.', ['M43.22']],
    ['seen for M43.22. Then home.', ['M43.22']],
    ['Is it E11.9? Or E11.65!', ['E11.9', 'E11.65']],
    ['E11.9,E11.65;M43.2', ['E11.9', 'E11.65', 'M43.2']],
    ['J21.8+ B95.6*', ['J21.8', 'B95.6']],
    ['E11.9/I50.22', ['E11.9', 'I50.22']],
    ['“E11.9”', ['E11.9']],
    ['T36.0X1A and T36.0x1A', ['T36.0X1A', 'T36.0x1A']],
    ['M45.0- and Z22.3-', ['M45.0', 'Z22.3']],
    ['C4A.0, M1A.00X0, Z3A.20, I1A.0', ['C4A.0', 'M1A.00X0', 'Z3A.20', 'I1A.0']],
    ['W21.89A', ['W21.89A']],
    ['E11.9\u00a0Type 2', ['E11.9']],
    ['E11.9–E11.65', ['E11.9', 'E11.65']],
  ])('is found in %j', (text, codes) => {
    expect(spotted(text)).toEqual(codes);
  });

  it('is read without its dot, in upper case', () => {
    expect(findCandidates('has T36.0x1A')).toEqual([{ start: 4, end: 12, code: 'T360X1A', labelled: false }]);
  });

  it('is not labelled by itself', () => {
    expect(labelled('E11.9 Type 2 diabetes')).toEqual([]);
  });

  it('in lower case counts with a label only', () => {
    expect(spotted('e11.9')).toEqual([]);
    expect(spotted('ICD-10: e11.9')).toEqual(['e11.9']);
  });
});

describe('a labelled code', () => {
  it.each([
    ['ICD-10: E119', ['E11.9']],
    ['ICD10: E119', ['E11.9']],
    ['ICD 10: E119', ['E11.9']],
    ['ICD-10 = E119', ['E11.9']],
    ['ICD10:E11.65', ['E11.65']],
    ['ICD-10-CM: I50.22', ['I50.22']],
    ['(ICD-10-CM: I50.22)', ['I50.22']],
    ['ICD-10-CM codes: I10, E119 and M4322', ['I10', 'E11.9', 'M43.22']],
    ['ICD-10 codes: I10; E119; M4322', ['I10', 'E11.9', 'M43.22']],
    ['ICD-10 codes: I10 or E119', ['I10', 'E11.9']],
    ['ICD-10 codes: I10, E119, and M4322', ['I10', 'E11.9', 'M43.22']],
    ['ICD-10 codes: I10 & E119', ['I10', 'E11.9']],
    ['ICD-10 code: e119', ['E11.9']],
    ['ICD-10 Dx: I10', ['I10']],
    ['ICD-10 diagnosis: I10', ['I10']],
    ['ICD‑10‑CM: E119', ['E11.9']],
    ['(ICD10CM:F32.A)', ['F32.A']],
    ['ICD-10#F43.1', ['F43.1']],
    ['ICD10: t36.0x1a', ['T36.0X1A']],
    ['ICD-10:\u00a0I10', ['I10']],
    ['icd-10: QA0', ['QA0']],
    ['ICD-10: I10 Hypertension; ICD-10: E119 Diabetes', ['I10', 'E11.9']],
  ])('is found in %j', (text, codes) => {
    expect(labelled(text)).toEqual(codes);
  });

  it.each([
    ['The ICD-10 code: I10.', 'I10'],
    ['ICD-10: E11.9.', 'E11.9'],
    ['ICD-10: E119. Next visit', 'E119'],
    ['ICD-10: I10, E11.9.', 'E11.9'],
  ])('in %j ends before the sentence does', (text, code) => {
    expect(spotted(text).at(-1)).toBe(code);
  });

  it('is found where it stands', () => {
    expect(findCandidates('Dx ICD-10: e11.9 today')).toEqual([
      { start: 11, end: 16, code: 'E119', labelled: true },
    ]);
  });

  it('that is dotted too is found once', () => {
    expect(findCandidates('ICD-10: E11.9')).toHaveLength(1);
  });

  it.each([
    'ICD-10: pending',
    'ICD-10: not known',
    'ICD-10: see note 3',
    'ICD-10: none',
    'ICD-10: COVID19',
    'ICD-10: Type2',
    'ICD-10: 2024',
    'ICD-10: ',
    'ICD-10:',
    'ICD-10 is a classification; I10 too',
    'ICD-9: V700',
    'ICD-100: E119',
    'NOTICD-10: E119',
  ])('is not found in %j', (text) => {
    expect(spotted(text)).toEqual([]);
  });

  it('has a digit among its first three characters, as every category has', async () => {
    const { categories } = await embedded.outline();
    expect(categories.filter(({ code }) => !/\d/.test(code))).toEqual([]);
  });
});

describe('what is no diagnosis code', () => {
  it.each([
    ['a bare category or undotted code', 'takes [I10] and E119, M25 to G20'],
    ['a version', 'v1.2.3, V10.2.1, release-R12.4.5'],
    ['a host name', 'M43.example.com, www.A12.B3.org, E11.9.example.com'],
    ['a decimal number', '11.9, 3.14, 0.5E11.9'],
    ['a hash', '3fE11a9b, e119c0ffee, 0xE11.9'],
    ['a part of a word', 'ABE11.9 and E11.9abc'],
    ['a code that is too long', 'E11.95123'],
    ['a HCPCS code', 'E1140, K0823, G0439, J1100, Q5111'],
    ['vital signs', 'T36.8 P78 R16, BP 120/80'],
    ['a level of the spine', 'L4-L5, C5-C6, S1'],
    ['an HL7 field', 'K8000^Cholelithiasis^I10'],
    ['an accented word', 'ÉE11.9 E11.9é'],
    ['a dot alone', 'E11. 9'],
    ['lower case', 'see a12.b3 and e11.9'],
  ])('%s is left alone: %s', (_, text) => {
    expect(spotted(text)).toEqual([]);
  });
});

describe('any text', () => {
  /** Texts of what codes and labels consist of, so that most come near to one. */
  const pieces = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'ICD-10',
          'ICD10CM',
          ':',
          ': ',
          '#',
          'E11.9',
          'I10',
          '.',
          ', ',
          ' and ',
          'X',
          'x',
          ' ',
          'T36',
        ),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('gives candidates in order, within it, that do not overlap and read as their codes', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const candidate of findCandidates(text)) {
          expect(candidate.start).toBeGreaterThanOrEqual(end);
          expect(candidate.end).toBeLessThanOrEqual(text.length);
          end = candidate.end;
          const spelling = text.slice(candidate.start, candidate.end);
          expect([candidate.code, dotted(candidate.code)]).toContain(spelling.toUpperCase());
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same candidates wherever it stands', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const moved = findCandidates(`\n\n${text}\n\n`).map(({ start, end, ...rest }) => ({
          start: start - 2,
          end: end - 2,
          ...rest,
        }));
        expect(moved).toEqual(findCandidates(text));
      }),
    );
  });
});

describe('a text of a megabyte', () => {
  it.each([
    ['one letter', 'E'],
    ['blanks', ' '],
    ['digits and dots', '1.'],
    ['codes', 'E11.9 '],
    ['codes without a gap', 'E11.9'],
    ['labels', 'ICD-10: '],
    ['labels cut short', 'ICD-10 '],
    ['a labelled list', 'I10, '],
    ['a labelled list with blanks', 'I10      ,      '],
    ['vitals', 'T36.8   '],
  ])('is read in a few hundred milliseconds: %s', (_, piece) => {
    const text = `ICD-10: ${piece.repeat(Math.ceil(1e6 / piece.length))}`;
    const start = performance.now();
    findCandidates(text);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('between a label and its code is read in linear time', () => {
    for (const text of [
      `ICD-10${' '.repeat(1e6)}x`,
      `ICD-10:${' '.repeat(1e6)}I10`,
      `ICD-10: I10${' '.repeat(1e6)}E119`,
    ]) {
      const start = performance.now();
      findCandidates(text);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });
});
