import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePostings, forEachPosting, type SearchIndex } from '../../../data/search/index-format';

/** An index of one word for each list of positions. */
function indexOf(lists: readonly (readonly number[])[]): SearchIndex {
  const coded = lists.map((positions) => encodePostings(positions));
  const offsets = [0];
  for (const bytes of coded) offsets.push((offsets.at(-1) ?? 0) + bytes.length);
  return {
    words: lists.map((_, index) => `w${index}`).join('\n'),
    offsets: Uint32Array.from(offsets),
    postings: Uint8Array.from(coded.flat()),
    rows: new Uint8Array(),
  };
}

function postings(index: SearchIndex, word: number): number[] {
  const found: number[] = [];
  forEachPosting(index, word, (position) => found.push(position));
  return found;
}

const ascending = fc
  .uniqueArray(fc.nat(100_000), { maxLength: 60 })
  .map((positions) => positions.sort((a, b) => a - b));

describe('postings', () => {
  it('are read back as they were written, for each word alone', () => {
    fc.assert(
      fc.property(fc.array(ascending, { minLength: 1, maxLength: 6 }), (lists) => {
        const index = indexOf(lists);
        expect(lists.map((_, word) => postings(index, word))).toEqual(lists);
      }),
    );
  });

  it.each([[[0]], [[126, 127, 128]], [[0, 16_383, 16_384, 98_402]]])(
    'hold the edges of a byte: %j',
    (list) => {
      expect(postings(indexOf([list]), 0)).toEqual(list);
    },
  );

  it('take a byte where titles lie close', () => {
    expect(encodePostings([0, 1, 2, 100])).toHaveLength(4);
  });

  it('of a word that there is not are none', () => {
    expect(postings(indexOf([[1, 2]]), 7)).toEqual([]);
  });
});
