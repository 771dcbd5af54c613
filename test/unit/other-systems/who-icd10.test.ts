import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Code, categoryOf, dotted } from '../../../data/code';
import { History } from '../../../data/history/history';
import { whoCodes, whoIcd10 } from '../../../data/other-systems/who-icd10';
import { codeOf, ReleaseInMemory } from '../release';

/** Every code that some release of ICD-10-CM from FY2016 to FY2027 has. */
const everInCm = new Set<Code>();
const inRelease = new Set<Code>();

beforeAll(async () => {
  for (const { code } of (await ReleaseInMemory.read()).nodes) inRelease.add(code);
  const history = History.parse(
    readFileSync(new URL('../../../data/icd10cm/history.json', import.meta.url), 'utf8'),
  );
  for (const code of inRelease) everInCm.add(code);
  for (const { code } of history.allEnded) everInCm.add(code);
});

const look = (text: string) => whoIcd10(codeOf(text))?.map(dotted) ?? null;

describe('a code that only the ICD-10 of the WHO has', () => {
  it.each<[string, string[]]>([
    ['I64', ['I63.9']],
    ['E14.9', ['E11.9']],
    ['E14', ['E11', 'E13']],
    ['B24', ['B20']],
    ['B22.2', ['B20']],
    ['T12', ['S72', 'S82']],
    ['I84', ['K64']],
    ['I84.1', ['K64']],
    ['J46', ['J45.902']],
    ['K07.3', ['M26.3']],
    ['A09.0', ['A09']],
    ['F10.0', ['F10.12', 'F10.22', 'F10.92']],
    ['I50.0', ['I50.9']],
    ['M81.9', ['M81.0']],
    ['S00.7', ['S00']],
    ['Z35.5', ['O09.5']],
    ['W19.0', ['W19', 'Y92']],
    ['X59.9', ['X58']],
    ['T08.1', ['S12', 'S22', 'S32']],
  ])('%s leads to %j', (code, places) => {
    expect(look(code)).toEqual(places);
  });

  it('has no place where ICD-10-CM codes it by several conditions', () => {
    expect(look('C97')).toEqual([]);
  });

  it.each(['Q12', 'E11.9', 'B12', 'I64A', 'T12XXXA', 'W00.0', 'W47.1', 'Y06X', 'ZZ9', 'A00.5', 'T12.345'])(
    '%s is none',
    (code) => {
      expect(look(code)).toBeNull();
    },
  );
});

describe('the table', () => {
  it('lists nothing that a release of ICD-10-CM has or had', () => {
    expect(whoCodes().filter((code) => everInCm.has(code))).toEqual([]);
  });

  it('leads to codes of the release only', () => {
    const places = whoCodes().flatMap((code) => whoIcd10(code) ?? []);
    expect(places.filter((place) => !inRelease.has(place))).toEqual([]);
  });

  it('leads nowhere for few codes', () => {
    const nowhere = whoCodes().filter((code) => whoIcd10(code)?.length === 0);
    expect(nowhere.map(dotted)).toEqual(['C97', 'M84.0', 'M84.1', 'M84.2', 'O95', 'O96', 'U85']);
  });

  it('holds 1,099 codes', () => {
    expect(whoCodes()).toHaveLength(1099);
  });

  it('has every category of the WHO that ICD-10-CM lacks', () => {
    const missing = WHO_CATEGORIES.filter((code) => !everInCm.has(code) && whoIcd10(code) === null);
    expect(WHO_CATEGORIES).toHaveLength(2058);
    expect(missing).toEqual([]);
  });

  it('takes no code of ICD-10-CM for a place of occurrence', () => {
    const taken: string[] = [];
    for (const code of everInCm) {
      if (/^[W-Y]/.test(categoryOf(code)) && whoIcd10(code) !== null) taken.push(dotted(code));
    }
    expect(taken).toEqual([]);
  });
});

/** The categories of the WHO's ICD-10 of 2019 with the COVID-19 codes, by ranges of numbers. */
const WHO_CATEGORIES =
  `A00-09 A15-28 A30-44 A46 A48-60 A63-71 A74-75 A77-99 B00-09 B15-27 B30 B33-60 B64-83 B85-92 B94-99
C00-26 C30-34 C37-41 C43-58 C60-86 C88 C90-97 D00-07 D09-48 D50-53 D55-77 D80-84 D86 D89
E00-07 E10-16 E20-32 E34-35 E40-46 E50-56 E58-61 E63-68 E70-80 E83-90
F00-07 F09-25 F28-34 F38-45 F48 F50-55 F59-66 F68-73 F78-84 F88-95 F98-99
G00-14 G20-26 G30-32 G35-37 G40-41 G43-47 G50-64 G70-73 G80-83 G90-99
H00-06 H10-11 H13 H15-22 H25-28 H30-36 H40 H42-55 H57-62 H65-75 H80-83 H90-95
I00-02 I05-13 I15 I20-28 I30-52 I60-74 I77-89 I95 I97-99
J00-06 J09-18 J20-22 J30-47 J60-70 J80-82 J84-86 J90-96 J98-99
K00-14 K20-23 K25-31 K35-38 K40-46 K50-52 K55-67 K70-77 K80-83 K85-87 K90-93
L00-05 L08 L10-14 L20-30 L40-45 L50-60 L62-68 L70-75 L80-95 L97-99
M00-03 M05-25 M30-36 M40-43 M45-51 M53-54 M60-63 M65-68 M70-73 M75-77 M79-96 M99
N00-08 N10-23 N25-37 N39-51 N60-64 N70-77 N80-99
O00-08 O10-16 O20-26 O28-36 O40-48 O60-75 O80-92 O94-99
P00-05 P07-08 P10-15 P20-29 P35-39 P50-61 P70-72 P74-78 P80-81 P83 P90-96
Q00-07 Q10-18 Q20-28 Q30-45 Q50-56 Q60-87 Q89-93 Q95-99
R00-07 R09-23 R25-27 R29-36 R39-65 R68-96 R98-99
S00-99 T00-71 T73-75 T78-88 T90-98 V01-06 V09-99
W00-46 W49-60 W64-70 W73-81 W83-94 W99 X00-06 X08-54 X57-99 Y00-36 Y40-66 Y69-91 Y95-98
Z00-04 Z08-13 Z20-65 Z70-76 Z80-99 U04 U06-12 U82-85`
    .split(/\s/)
    .flatMap((range) => {
      const letter = range.slice(0, 1);
      const [first = '', last = first] = range.slice(1).split('-');
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
        codeOf(letter + String(Number(first) + index).padStart(2, '0')),
      );
    });
