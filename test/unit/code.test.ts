import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, categoryOf, dotted, parseCode } from '../../data/code';

/** Anything of the shape of a code. */
const codes = fc.stringMatching(/^[A-Z][0-9A-Z]{2,6}$/) as fc.Arbitrary<Code>;

describe('a code', () => {
  it.each([
    ['e119', 'E119', 'E11.9'],
    [' E11.9 ', 'E119', 'E11.9'],
    ['i10', 'I10', 'I10'],
    ['t36.0x1a', 'T360X1A', 'T36.0X1A'],
    ['QA0', 'QA0', 'QA0'],
    ['c4a.0', 'C4A0', 'C4A.0'],
  ])('is read from %j as %s and printed as %s', (text, code, printed) => {
    expect(parseCode(text)).toBe(code);
    expect(dotted(code as Code)).toBe(printed);
  });

  it.each(['', 'E1', 'E11.', 'E1.19', 'E11.9.1', 'E11 9', '11.9', 'E11.99999', 'M45.0-', 'É11', 'E11-E13'])(
    'is not read from %j',
    (text) => {
      expect(parseCode(text)).toBeNull();
    },
  );

  it('is read back from every way of printing it', () => {
    fc.assert(
      fc.property(codes, fc.boolean(), fc.boolean(), (code, withDot, lower) => {
        const printed = withDot ? dotted(code) : code;
        expect(parseCode(lower ? ` ${printed.toLowerCase()}\n` : printed)).toBe(code);
      }),
    );
  });

  it('comes from no text that is not a code but for case, dot and white space around', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w. ]{0,9}$/)), (text) => {
        const code = parseCode(text);
        if (code === null) return;
        expect([code, dotted(code)]).toContain(text.trim().toUpperCase());
      }),
    );
  });

  it('belongs to the category of its first three characters', () => {
    fc.assert(fc.property(codes, (code) => code.startsWith(categoryOf(code))));
  });
});
