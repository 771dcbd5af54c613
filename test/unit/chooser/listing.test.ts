import { describe, expect, it } from 'vitest';
import { areToBeChosenFrom } from '../../../data/chooser/listing';
import type { Header } from '../../../data/lookup/answer';
import { lookup } from '../../../data/lookup/lookup';
import { bookOf, codeOf, embedded, IN_FY2027 } from '../release';

const book = bookOf(embedded);

describe('the codes below a header', () => {
  it.each([
    ['M43.2', 9, false],
    ['S93.33', 18, true],
    ['S52.5', 450, true],
    ['C81.0', 11, false],
    ['H54', 44, true],
  ])('of %s, %i, are chosen from: %s', async (header, count, isChosenFrom) => {
    const { replacements, below } = (await lookup(book, codeOf(header), IN_FY2027)) as Header;
    expect(replacements).toHaveLength(count);
    expect(areToBeChosenFrom(below, replacements)).toBe(isChosenFrom);
  });
});
