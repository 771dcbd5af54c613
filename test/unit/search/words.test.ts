import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deniedWords, wordsOf } from '../../../data/search/words';

it.each([
  ['Leukemia, unspecified not having achieved remission', ['having', 'achieved', 'remission']],
  ['Migraine without aura, not intractable, with status migrainosus', ['aura', 'intractable']],
  ['Acute appendicitis', []],
])('%s denies %j', (title, words) => {
  expect(deniedWords(title)).toEqual(words);
});

describe('the words of a text', () => {
  it.each([
    ['Fusion of spine, cervical region', ['fusion', 'spine', 'cervical', 'region']],
    ["Ménière's disease", ['meniere', 'disease']],
    ['Ménière’s disease', ['meniere', 'disease']],
    ["MENIERE'S DISEASE", ['meniere', 'disease']],
    ['Brown-Séquard syndrome', ['brown', 'sequard', 'syndrome']],
    [
      'Type 2 diabetes mellitus without complications',
      ['type', '2', 'diabetes', 'mellitus', 'without', 'complications'],
    ],
    ['Hemoglobin E-beta thalassemia', ['hemoglobin', 'e', 'beta', 'thalassemia']],
    ['1/60(finger counting)', ['1', '60', 'finger', 'counting']],
  ])('%s are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['Hepatitis A without hepatic coma', ['hepatitis', 'a', 'without', 'hepatic', 'coma']],
    ['vitamin a', ['vitamin', 'a']],
    ['bitten by a dog', ['bitten', 'dog']],
    ['a fib', ['fib']],
  ])('have the letter and not the article: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('tell with from without', () => {
    expect(wordsOf('with coma')).not.toEqual(wordsOf('without coma'));
  });

  it('are the ignored ones where there are no others', () => {
    expect(wordsOf('of the')).toEqual(['of', 'the']);
  });

  it.each(['', ' ', '…!?', '😀', 'مرحبا'])('are none in %j', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it('do not depend on case, and hold Latin letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = wordsOf(text);
        expect(words.every((word) => /^[a-z0-9]+$/.test(word))).toBe(true);
        expect(words.flatMap(wordsOf)).toEqual(words);
      }),
    );
  });
});
