import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import type { CodeSpan } from '../../../data/code-span';
import { type NotePart, parseReferences } from '../../../data/notes/references';

const join = (parts: readonly NotePart[]) => parts.map(({ text }) => text).join('');

/** The references of a line: as printed, with the target. */
function referencesIn(line: string): Record<string, string> {
  const found = parseReferences(line).filter((part) => part.kind === 'reference');
  return Object.fromEntries(found.map(({ text, target }) => [text, show(target)]));
}

function show(target: CodeSpan): string {
  switch (target.kind) {
    case 'code':
      return dotted(target.code);
    case 'prefix':
      return `all ${dotted(target.code)}`;
    case 'range':
      return `${dotted(target.from)} to ${dotted(target.to)}`;
  }
}

describe('a note line', () => {
  it('is split into text and references', () => {
    expect(parseReferences('viral intestinal infection (A08.0, A08.2-)')).toEqual([
      { kind: 'text', text: 'viral intestinal infection (' },
      { kind: 'reference', text: 'A08.0', target: { kind: 'code', code: 'A080' } },
      { kind: 'text', text: ', ' },
      { kind: 'reference', text: 'A08.2-', target: { kind: 'prefix', code: 'A082' } },
      { kind: 'text', text: ')' },
    ]);
  });

  it('without codes is one text', () => {
    expect(parseReferences('arthrodesis status')).toEqual([{ kind: 'text', text: 'arthrodesis status' }]);
  });

  it('that is empty has no parts', () => {
    expect(parseReferences('')).toEqual([]);
  });
});

describe('references in brackets', () => {
  it.each<[string, Record<string, string>]>([
    ['ankylosing spondylitis (M45.0-)', { 'M45.0-': 'all M45.0' }],
    ['carrier state (Z22.-)', { 'Z22.-': 'all Z22' }],
    ['injury of spine (S00-T88)', { 'S00-T88': 'S00 to T88' }],
    ['cardiac arrhythmia (I47-I49.-)', { 'I47-I49.-': 'I47 to I49' }],
    ['drug abuse and dependence (F11.-F17.-)', { 'F11.-F17.-': 'F11 to F17' }],
    ['fracture of cervical vertebra (S12.0--S12.6.-)', { 'S12.0--S12.6.-': 'S12.0 to S12.6' }],
    ['rheumatoid arthritis by site (M05.00 to M05.8A)', { 'M05.00 to M05.8A': 'M05.00 to M05.8A' }],
    [
      'acute coronary occlusion (I21.0-I21.B, I22.-)',
      { 'I21.0-I21.B': 'I21.0 to I21.B', 'I22.-': 'all I22' },
    ],
    ['identify drug (T36-T50 with fifth or sixth character 5)', { 'T36-T50': 'T36 to T50' }],
    ['linezolid (T36.8X- with sixth character 1-4)', { 'T36.8X-': 'all T36.8X' }],
    ['hypercapnia (J96. with 5th character 2)', { 'J96.': 'all J96' }],
    ['diabetic angiopathy (E08-E13 with .51-.52)', { 'E08-E13': 'E08 to E13' }],
    [
      'secondary neuroendocrine tumors (C7B.-), pregnancy (Z3A.01)',
      { 'C7B.-': 'all C7B', 'Z3A.01': 'Z3A.01' },
    ],
    ['other (QA0.1, QA0.-)', { 'QA0.1': 'QA0.1', 'QA0.-': 'all QA0' }],
    [
      'code (A00-R94 and T80-T88.6, T88.8)',
      { 'A00-R94': 'A00 to R94', 'T80-T88.6': 'T80 to T88.6', 'T88.8': 'T88.8' },
    ],
  ])('%s', (line, references) => {
    expect(referencesIn(line)).toEqual(references);
  });
});

describe('references with the slips of the list', () => {
  it.each<[string, Record<string, string>]>([
    ['Glasgow coma scale, total score (R40.23.-)', { 'R40.23.-': 'all R40.23' }],
    ['electrolyte imbalance (E87.8}', { 'E87.8': 'E87.8' }],
    [
      'cerebral hemorrhage (I60.-. I61.-, I62.-)',
      { 'I60.-': 'all I60', 'I61.-': 'all I61', 'I62.-': 'all I62' },
    ],
    ['prior explantation of knee prosthesis (Z89.52-', { 'Z89.52-': 'all Z89.52' }],
    ['open fracture (S92.-with 7th character B)', { 'S92.-': 'all S92' }],
    [
      'conditions classifiable to S06.0- to S06.8-code to specified intracranial injury',
      { 'S06.0- to S06.8-': 'S06.0 to S06.8' },
    ],
    ['any condition in N18 and N26 - due to hypertension', { N18: 'N18', N26: 'N26' }],
  ])('%s', (line, references) => {
    expect(referencesIn(line)).toEqual(references);
  });
});

describe('references in running text', () => {
  it.each<[string, Record<string, string>]>([
    ['jaw pain R68.84', { 'R68.84': 'R68.84' }],
    ['if applicable peritonitis K65.-', { 'K65.-': 'all K65' }],
    ['Conditions classifiable to C40-C41; C45-C49', { 'C40-C41': 'C40 to C41', 'C45-C49': 'C45 to C49' }],
    ['code from category T31 or T32 to identify extent', { T31: 'T31', T32: 'T32' }],
    ['from categories E08, E09 and E13', { E08: 'E08', E09: 'E09', E13: 'E13' }],
    ['Conditions in S00-T88, except T74 and T76', { 'S00-T88': 'S00 to T88', T74: 'T74', T76: 'T76' }],
    ['The appropriate 7th character is to be added to code V99', { V99: 'V99' }],
    ['code, if applicable, from category Z3A, Weeks of gestation', { Z3A: 'Z3A' }],
  ])('%s', (line, references) => {
    expect(referencesIn(line)).toEqual(references);
  });
});

describe('what has the shape of a code and names none', () => {
  it.each([
    'vitamin B12 deficiency anemia',
    'disorder due to B12 deficiency, vitamin (B12)',
    'spondylitis with HLA-B27 antigen',
    'injury at T11-T12 level, from T10 to T12',
    'Shiga toxin-producing Escherichia coli [E. coli] O157:H7',
    'Cell membrane receptor complex [CR3] defect',
    'Growth hormone gene 1 (GH1) defect',
    'G6PD deficiency anemia (G6PD)',
    'LGMD R22 collagen 6-related',
    'Primary cutaneous CD30-positive T-cell proliferations NOS',
    'influenza A/H1N1, HIV-1, HIV-2, Group B, grade 3, 22q13.3 deletion',
    'anorexia with a body mass index of 16.0-16.99 kg/m2',
    'with .51-.52',
  ])('%s', (line) => {
    expect(parseReferences(line)).toEqual([{ kind: 'text', text: line }]);
  });
});

describe('any text', () => {
  it('joins back to itself, and never throws', () => {
    const pieces = fc.constantFrom(
      'A01',
      'M45.0',
      'Z22',
      '.',
      '-',
      '–',
      ' to ',
      '(',
      ')',
      ', ',
      ' and ',
      'in ',
      'x',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (line) => {
        expect(join(parseReferences(line))).toBe(line);
      }),
      { numRuns: 2000 },
    );
  });
});
