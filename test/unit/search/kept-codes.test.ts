import { expect, it, vi } from 'vitest';
import { parseKept, withFavouriteSwitched, withRecent } from '../../../components/search/kept-codes';
import type { Code } from '../../../data/code';

vi.mock('wxt/browser', () => ({ browser: {} }));

const NOTHING = { favourites: [], recents: [] };

it('the code looked up last stands first, and each code once', () => {
  const kept = (['I10', 'E119', 'I10'] as Code[]).reduce(withRecent, NOTHING);
  expect(kept.recents).toEqual(['I10', 'E119']);
});

it('no more than thirty recent codes are kept', () => {
  const codes = Array.from({ length: 40 }, (_, index) => `S${String(index).padStart(2, '0')}` as Code);
  expect(codes.reduce(withRecent, NOTHING).recents).toEqual(codes.slice(10).reverse());
});

it('a favourite is one until it is switched again', () => {
  const once = withFavouriteSwitched(NOTHING, 'E119' as Code);
  expect(once.favourites).toEqual(['E119']);
  expect(withFavouriteSwitched(once, 'E119' as Code).favourites).toEqual([]);
});

it('what is stored is checked: no text but codes comes out, whoever wrote it', () => {
  const stored = { favourites: ['E119', 'Jane Roe, E11.9', 7, 'E119'], recents: 'I10' };
  expect(parseKept(stored)).toEqual({ favourites: ['E119'], recents: [] });
  expect(parseKept(null)).toEqual(NOTHING);
});
