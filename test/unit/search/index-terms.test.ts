import { expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import { decodeTerms, encodeTerms } from '../../../data/index-terms';
import { search } from '../../../data/search/search';
import { smallPackage } from '../import/small-release';
import { engineFor, ours } from '../release';

const TERMS = new Map<Code, string[]>([
  ['A000' as Code, ['Blue death (epidemic), classical']],
  ['A009' as Code, ['Blue death (epidemic)', 'Typhoid-like flux']],
  ['A010' as Code, ['Fever, enteric']],
]);
const release = await smallPackage();
const engine = await engineFor(release.shards(), ours, TERMS);
const codes = async (query: string) =>
  (await search(release, engine, { text: query, limit: 10 })).hits.map(({ code }) => code);

it('a term of the alphabetic index finds its code', async () => {
  expect(await codes('blue death')).toEqual(['A009', 'A000']);
  expect(await codes('class blue')).toEqual(['A000']);
});

it('titles stand before terms, and a code stands once', async () => {
  expect(await codes('typhoid')).toEqual(['A010', 'A01', 'A009']);
  expect(await codes('fever')).toEqual(['A010', 'A01']);
});

it('a term with all words stands before several that have them together', async () => {
  expect(await codes('blue classical')).toEqual(['A000']);
  expect(await codes('typhoid flux')).toEqual(['A009']);
});

it('terms are the same after storing', () => {
  expect(decodeTerms(encodeTerms(TERMS).map(({ text }) => text))).toEqual(TERMS);
});
