import { describe, expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import type { Shard } from '../../../data/release';
import { buildIndex } from '../../../data/search/build-index';
import { Vocabulary } from '../../../data/search/vocabulary';

const TITLES = [
  'Other deforming dorsopathies',
  'Fusion of spine',
  'Fusion of spine, cervical region',
  'Fusion of cervix, cervical fusion',
  'Diabetes mellitus',
];

/** `with`: the titles of a shard in order; every second one is billable. */
async function vocabularyOf(titles: readonly string[]): Promise<Vocabulary> {
  async function* shards(): AsyncGenerator<Shard> {
    yield {
      category: 'M43' as Code,
      nodes: titles.map((title, position) => ({
        code: `M43${position}` as Code,
        title,
        billable: position % 2 === 1,
        position,
      })),
    };
  }
  return new Vocabulary(await buildIndex(shards()));
}

function titlesWith(vocabulary: Vocabulary, prefix: string): string[] {
  const positions = new Set<number>();
  for (const { word } of vocabulary.withPrefix(prefix)) {
    vocabulary.forEachPosting(word, (position) => positions.add(position));
  }
  return [...positions].sort().map((position) => TITLES[position] ?? '?');
}

describe('the vocabulary', () => {
  it('gives the titles that have a word', async () => {
    expect(titlesWith(await vocabularyOf(TITLES), 'spine')).toEqual([
      'Fusion of spine',
      'Fusion of spine, cervical region',
    ]);
  });

  it('gives the titles that have a word with a prefix, once each', async () => {
    expect(titlesWith(await vocabularyOf(TITLES), 'cerv')).toEqual([
      'Fusion of spine, cervical region',
      'Fusion of cervix, cervical fusion',
    ]);
  });

  it('gives the first and the last word of the alphabet', async () => {
    const vocabulary = await vocabularyOf(TITLES);
    expect(titlesWith(vocabulary, 'cervical')).toHaveLength(2);
    expect(titlesWith(vocabulary, 'spine')).toHaveLength(2);
    expect(titlesWith(vocabulary, 'zz')).toEqual([]);
    expect(titlesWith(vocabulary, 'aa')).toEqual([]);
  });

  it('rates the word itself best, and a beginning by how much of it there is', async () => {
    const vocabulary = await vocabularyOf(TITLES);
    expect(vocabulary.withPrefix('spine').map(({ quality }) => quality)).toEqual([1]);
    expect(vocabulary.withPrefix('spi').map(({ quality }) => quality)).toEqual([3 / 5]);
  });

  it('knows the length of each title and whether its code is billable', async () => {
    const vocabulary = await vocabularyOf(TITLES);
    expect(vocabulary.size).toBe(TITLES.length);
    expect(TITLES.map((_, position) => vocabulary.titleLength(position))).toEqual([3, 2, 4, 3, 2]);
    expect(TITLES.map((_, position) => vocabulary.isBillable(position))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['melitus', 'mellitus'],
    ['diabetis', 'diabetes'],
    ['cervcal', 'cervical'],
  ])('takes %s for %s', async (misspelt, word) => {
    const vocabulary = await vocabularyOf(TITLES);
    const nearest = vocabulary.nearest(misspelt);
    expect(nearest.word).toBe(word);
    expect(nearest.ranges).toHaveLength(1);
  });

  it('takes nothing for a word unlike all', async () => {
    expect((await vocabularyOf(TITLES)).nearest('qqqqqqq')).toEqual({ word: 'qqqqqqq', ranges: [] });
  });
});
