import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import { MAY_HAVE_CODE, MAY_HAVE_CODE_OF_PIECES, nominate, PIECES } from '../../../data/spotting/nominate';

/** The characters that have the shape of a code, as they stand in the text. */
const nominated = (text: string) => nominate(text).map(({ start, end }) => text.slice(start, end));

describe('the shape of a code', () => {
  it.each([
    ['E11.9 - Type 2 diabetes mellitus without complications', ['E11.9']],
    ['Type 2 diabetes (E11.9), hypertension [I10]', ['E11.9', 'I10']],
    ['seen for M43.22. Then home.', ['M43.22']],
    ['Is it E11.9? Or E11.65!', ['E11.9', 'E11.65']],
    ['E11.9,E11.65;M43.2/I50.22', ['E11.9', 'E11.65', 'M43.2', 'I50.22']],
    ['J21.8+ B95.6*', ['J21.8', 'B95.6']],
    ['T36.0X1A and T36.0x1A and t36.0x1a', ['T36.0X1A', 'T36.0x1A', 't36.0x1a']],
    ['C4A.0, M1A.00X0, Z3A.20, I1A.0, QA0.0142', ['C4A.0', 'M1A.00X0', 'Z3A.20', 'I1A.0', 'QA0.0142']],
    ['E119 and S52501A and W21.89A', ['E119', 'S52501A', 'W21.89A']],
    ['1.E11.9 2.I10', ['E11.9', 'I10']],
    ['E11.9\u00a0Type 2', ['E11.9']],
  ])('is found in %j', (text, codes) => {
    expect(nominated(text)).toEqual(codes);
  });

  it.each([
    ['a word', 'see COVID and HBA'],
    ['a part of a word', 'ABE11.9 and E11.9abcde and E11_9'],
    ['a version', 'v1.2.3, V10.2.1, release-R12.4.5'],
    ['a host name', 'M43.example.com, www.A12.B3.org'],
    ['a hash', '3fE11a9b, e119c0ffee1'],
    ['what is too long', 'E11.95123 and A10BA0245'],
    ['an accented word', 'ÉE11.9 E11.9é'],
    ['letters in the second and the third place', 'ABC1'],
  ])('is not found in %s: %s', (_, text) => {
    expect(nominated(text)).toEqual([]);
  });
});

describe('a range', () => {
  it.each([
    ['M40-M43', 'M40', 'M43'],
    ['E08.0–E13.9', 'E08.0', 'E13.9'],
    ['J40‑J47', 'J40', 'J47'],
    ['C00 – C96', 'C00', 'C96'],
    ['S00 through T88', 'S00', 'T88'],
    ['I20-25', 'I20', 'I25'],
    ['F10.1-.9', 'F10.1', 'F10.9'],
  ])('is one: %s', (text, from, to) => {
    const [only, ...others] = nominate(`see ${text}, please`);
    expect(others).toEqual([]);
    expect([only && dotted(only.code), only?.to && dotted(only.to)]).toEqual([from, to]);
    expect(`see ${text}, please`.slice(only?.start, only?.end)).toBe(text);
  });

  it('has the dash of its last code behind it, as a prefix has', () => {
    const text = '(S12.0-S12.3-, S22.0-)';
    const [range] = nominate(text);
    expect(text.slice(range?.start, range?.dashEnd)).toBe('S12.0-S12.3-');
    expect([range?.code, range?.to]).toEqual(['S120', 'S123']);
  });

  it.each([
    ['a rate that falls', 'P104 to P88', ['P104', 'P88']],
    ['codes that descend', 'E11.9-E11.65', ['E11.9', 'E11.65']],
    ['a list with dashes', 'E11.9-I10-J45.909', ['E11.9', 'I10', 'J45.909']],
    ['a code and a title', 'I10 - Essential hypertension', ['I10']],
    ['codes of two letters set apart', 'E11.9 - I10.1', ['E11.9', 'I10.1']],
  ])('is not %s: %s', (_, text, codes) => {
    expect(nominated(text)).toEqual(codes);
    expect(nominate(text).every(({ to }) => to === undefined)).toBe(true);
  });
});

describe('the dash of a prefix', () => {
  it.each([
    ['E10.-', 'E10.-'],
    ['see E10.-.', 'E10.-'],
    ['(M45.0-)', 'M45.0-'],
    ['E10-, F10-', 'E10-'],
  ])('is found in %j', (text, prefix) => {
    const [first] = nominate(text);
    expect(text.slice(first?.start, first?.dashEnd)).toBe(prefix);
  });

  it.each(['E11.9-beta', 'I10-2', 'E11.9-'.concat('x'), 'E11.9'])('is not in %j', (text) => {
    expect(nominate(text)[0]?.dashEnd).toBeUndefined();
  });
});

describe('any text', () => {
  const pieces = fc
    .array(
      fc.oneof(
        fc.constantFrom('E11.9', 'I10', 'e11', '.', '-', '–', ' to ', ' - ', 'X', 'x', ' ', 'T36', '\u00ad'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('gives nominees in order, within it, that do not overlap and begin with their codes', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
        let behind = 0;
        for (const { start, end, code, dashEnd } of nominate(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(dashEnd ?? end).toBeLessThanOrEqual(text.length);
          behind = end;
          const spelling = text.slice(start, end).toUpperCase();
          expect(spelling.startsWith(code) || spelling.startsWith(dotted(code))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('with a nominee passes the glance that all texts get', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        if (nominate(text).length > 0) expect(MAY_HAVE_CODE.test(text)).toBe(true);
      }),
    );
  });
});

describe('pieces of a code', () => {
  it.each([
    ['R', '09', '.02'],
    ['conf 0.71', 'R', '09'],
    ['7', 'E', '1', '1.9'],
  ])('pass the glance together, whatever block stands before them: %s', (...pieces) => {
    expect(MAY_HAVE_CODE_OF_PIECES.test(pieces.join(PIECES))).toBe(true);
  });

  it('of a name and a number do not', () => {
    expect(MAY_HAVE_CODE_OF_PIECES.test(['Ortiz', '4400'].join(PIECES))).toBe(false);
  });
});

describe('a text of a megabyte', () => {
  it.each(['E', ' ', '1.', 'E11.9 ', 'E11.9', 'E11-', 'E10 to ', 'E10.-', 'e1', '\u00ad'])(
    'of %j is read in a second and a half',
    (piece) => {
      const start = performance.now();
      nominate(piece.repeat(Math.ceil(1e6 / piece.length)));
      expect(performance.now() - start).toBeLessThan(1_500);
    },
  );
});
