import { describe, expect, it } from 'vitest';
import { nestSections } from '../../../data/assemble/nest-sections';
import { buildOutline } from '../../../data/assemble/outline';
import type { ReleaseRow } from '../../../data/assemble/release-row';
import type { Code } from '../../../data/code';
import type { Tabular, TabularSection } from '../../../data/formats/tabular';

function section(id: string, ...categories: string[]): TabularSection {
  return { id, title: id, diags: categories.map((code) => ({ code: code as Code, title: code, diags: [] })) };
}

const SECTIONS = [
  section('M40-M54'),
  section('M40-M43', 'M40', 'M43'),
  section('M50-M54', 'M50', 'M54'),
  section('M60-M63', 'M60'),
];
const TABULAR: Tabular = {
  version: '2026',
  chapters: [
    { number: '13', title: 'Musculoskeletal', sections: SECTIONS },
    { number: '14', title: 'Genitourinary', sections: [section('N00-N08', 'N00')] },
  ],
};
const CATEGORIES = SECTIONS.flatMap(({ diags }) => diags.map(({ code }) => code));

function place(...codes: string[]) {
  const rows = codes.map((code): ReleaseRow => ({ code: code as Code, billable: true, title: code }));
  const { blocks, categories } = buildOutline(rows, TABULAR);
  return categories.map(({ code, chapter, block }) => [
    code,
    chapter,
    block === null ? null : blocks[block]?.id,
  ]);
}

describe('sections', () => {
  it('lie in the wider, empty section whose range holds theirs', () => {
    expect(nestSections(SECTIONS, CATEGORIES)).toEqual([null, 0, 0, null]);
  });

  it('lie in the narrowest of several', () => {
    const sections = [
      section('V00-X58'),
      section('V00-V99'),
      section('V00-V09', 'V00'),
      section('V90-V99', 'V99'),
      section('X50-X58', 'X58'),
    ];
    const order = ['V00', 'V99', 'X58'] as Code[];
    expect(nestSections(sections, order)).toEqual([null, 0, 1, 1, 0]);
  });

  it('follow the order of the list, in which C7A stands behind C75, not its spelling', () => {
    const sections = [
      section('C00-C75'),
      section('C73-C75', 'C73', 'C75'),
      section('C7A', 'C7A'),
      section('C76-C80', 'C76'),
    ];
    expect(nestSections(sections, ['C00', 'C73', 'C75', 'C7A', 'C76'] as Code[])).toEqual([
      null,
      0,
      null,
      null,
    ]);
  });

  it('are refused when their range is nowhere in the list', () => {
    expect(() => nestSections([section('Z90-Z99')], CATEGORIES)).toThrow(
      'section Z90-Z99 has neither categories',
    );
  });
});

describe('a category that the tabular list does not have', () => {
  it('lies in the block of both its neighbours', () => {
    expect(place('M40', 'M41', 'M43')[1]).toEqual(['M41', 0, 'M40-M43']);
  });

  it('lies in the wider block that is around both, where their own blocks differ', () => {
    expect(place('M43', 'M44', 'M50')[1]).toEqual(['M44', 0, 'M40-M54']);
  });

  it('lies in no block where its neighbours share none', () => {
    expect(place('M54', 'M55', 'M60')[1]).toEqual(['M55', 0, null]);
  });

  it('continues the chapter before it at the border of two', () => {
    expect(place('M60', 'M99', 'N00')[1]).toEqual(['M99', 0, null]);
  });

  it('takes its right neighbour from the list when several in a row are new', () => {
    expect(place('M40', 'M41', 'M42', 'M43').map(([, , block]) => block)).toEqual(Array(4).fill('M40-M43'));
  });
});

describe('the codes of a category', () => {
  it('are refused when they do not stand together', () => {
    expect(() => place('M40', 'M431')).toThrow('M431 stands among the codes of M40');
  });
});
