import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainForm, stemOf } from '../../../data/search/word-forms';
import { searchedWords } from '../../../data/search/words';

describe('one form', () => {
  it.each([
    ['oedema', 'edema'],
    ['anaemia', 'anemia'],
    ['haemorrhage', 'hemorrhage'],
    ['oesophagus', 'esophagus'],
    ['diarrhoea', 'diarrhea'],
    ['foetal', 'fetal'],
    ['aetiology', 'etiology'],
    ['tumour', 'tumor'],
    ['tumours', 'tumors'],
    ['colour', 'color'],
    ['sulphur', 'sulfur'],
    ['hospitalisation', 'hospitalization'],
    ['generalised', 'generalized'],
    ['titre', 'titer'],
    ['ii', '2'],
    ['viii', '8'],
  ])('%s is searched as %s', (word, plain) => {
    expect(plainForm(word)).toBe(plain);
  });

  it.each(['toe', 'toes', 'shoe', 'four', 'hour', 'sour', 'disease', 'exercised', 'wise'])(
    '%s is a word of its own',
    (word) => {
      expect(plainForm(plainForm(word))).toBe(plainForm(word));
      if (word !== 'exercised') expect(plainForm(word)).toBe(word);
    },
  );

  it.each([
    ['fractures', 'fracture'],
    ['fractured', 'fracture'],
    ['kidneys', 'kidney'],
    ['diabetic', 'diabetes'],
    ['biopsies', 'biopsy'],
  ])('%s has the stem of %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it('abbreviations keep their letters', () => {
    expect(stemOf('fus')).toBe('fus');
    expect(stemOf('ms')).toBe('ms');
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,14}$/), (word) => {
        expect(stemOf(plainForm(word))).not.toBe('');
      }),
    );
  });
});

it('words that a hyphen joins are found as one, too', () => {
  expect(searchedWords('Post-traumatic stress')).toEqual(['post', 'traumatic', 'stress', 'posttraumatic']);
  expect(searchedWords('Other and unspecified')).toEqual(['other', 'unspecified']);
});
