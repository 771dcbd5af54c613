import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness } from '../../../data/search/likeness';

const alike = (misspelt: string, word: string) => likeness(misspelt, word, true);

describe('likeness', () => {
  it.each([
    ['diabets', 'diabetes'],
    ['pnuemonia', 'pneumonia'],
    ['fracyure', 'fracture'],
    ['asthmma', 'asthma'],
  ])('%s is %s with one slip', (misspelt, word) => {
    expect(alike(misspelt, word)).toBeGreaterThan(0.9);
  });

  it('falls with each slip, and ends after two', () => {
    expect(alike('pneumonia', 'pneumonia')).toBe(1);
    expect(alike('pneumnia', 'pneumonia')).toBeGreaterThan(alike('pnumnia', 'pneumonia'));
    expect(alike('pnumnia', 'pneumonia')).toBeGreaterThan(0);
    expect(alike('pnumna', 'pneumonia')).toBe(0);
  });

  it('takes a short word with two slips for none', () => {
    expect(alike('dizi', 'dizzy')).toBe(0);
  });

  it('of a word that is being typed is that of its beginning', () => {
    expect(likeness('pnuem', 'pneumonia', false)).toBeGreaterThan(0.8);
    expect(likeness('pnuem', 'pneumonia', true)).toBe(0);
  });

  it('is the same with neighbours swapped anywhere but at the beginning', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(), (word, nth) => {
        const at = 1 + (nth % (word.length - 2));
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        expect(alike(swapped, word)).toBeGreaterThanOrEqual(0.92);
      }),
    );
  });
});
