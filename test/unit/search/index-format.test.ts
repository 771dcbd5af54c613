import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePostings,
  encodePostings,
  packPhrases,
  packSource,
  SOURCES,
  unpackPhrases,
  unpackSource,
} from '../../../data/search/index-format';

const readBack = (list: readonly number[]) => {
  const bytes = Uint8Array.from(encodePostings(list));
  return [...decodePostings(bytes, 0, bytes.length)];
};

const ascending = fc
  .uniqueArray(fc.nat(100_000), { maxLength: 60 })
  .map((positions) => positions.sort((a, b) => a - b));

describe('postings', () => {
  it('are read back as they were written, from their own place', () => {
    fc.assert(
      fc.property(ascending, ascending, (first, second) => {
        const coded = [encodePostings(first), encodePostings(second)];
        const bytes = Uint8Array.from(coded.flat());
        const middle = coded[0]?.length ?? 0;
        expect([...decodePostings(bytes, 0, middle)]).toEqual(first);
        expect([...decodePostings(bytes, middle, bytes.length)]).toEqual(second);
      }),
    );
  });

  it.each([[[0]], [[126, 127, 128]], [[0, 16_383, 16_384, 98_402]]])(
    'hold the edges of a byte: %j',
    (list) => {
      expect(readBack(list)).toEqual(list);
    },
  );

  it('take a byte where titles lie close', () => {
    expect(encodePostings([0, 1, 2, 100])).toHaveLength(4);
  });

  it('of no text are none', () => {
    expect(readBack([])).toEqual([]);
  });
});

it('phrases are read back as they were written', () => {
  const phrases = new Map([
    ['heart attack', [4]],
    ['ms', [17, 240]],
  ]);
  expect(unpackPhrases(packPhrases(phrases))).toEqual(phrases);
  expect(unpackPhrases(packPhrases(new Map()))).toEqual(new Map());
});

it('where a text comes from fits in 32 bits', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SOURCES), fc.nat(7), fc.nat(0x3ffffff), (kind, rank, nth) => {
      const packed = packSource({ kind, rank, nth });
      expect(packed).toBe(packed >>> 0);
      expect(unpackSource(packed)).toEqual({ kind, rank, nth });
    }),
  );
});
