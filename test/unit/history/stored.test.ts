import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import { packCodes, unpackCodes } from '../../../data/history/stored';
import { codeOf } from '../release';

const code = fc.stringMatching(/^[A-Z][0-9A-Z]{2,6}$/).map((text) => text as Code);

it('a packed list of codes says how much each shares with the one before', () => {
  const codes = ['A04.70', 'A04.71', 'A04.8', 'B00'].map(codeOf);
  expect(packCodes(codes)).toBe('0A0470 41 38 0B00');
  expect(packCodes(codes, 'A047')).toBe('40 41 38 0B00');
});

it('packed codes come back as they were, in any order, behind any code', () => {
  fc.assert(
    fc.property(fc.array(code), code, (codes, before) => {
      expect(unpackCodes(packCodes(codes, before), before)).toEqual(codes);
    }),
  );
});
