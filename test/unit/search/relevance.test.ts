import { beforeAll, expect, it } from 'vitest';
import { find } from '../../../data/search/find';
import { misspelt, scoredQueries } from '../../relevance/queries';
import { type Score, score } from '../../relevance/score';
import { bookOf, embedded, engineFor, IN_FY2027, ReleaseInMemory } from '../release';

let plain: Score;
let slips: Score;
beforeAll(async () => {
  const book = bookOf(await ReleaseInMemory.read());
  const engine = await engineFor(embedded.shards());
  const search = (text: string) => find(book, engine, { text, limit: 10 }, IN_FY2027);
  plain = await score(scoredQueries(), search);
  slips = await score(misspelt(scoredQueries()), search);
}, 60_000);

it('an acceptable code is among the first ten for 92% of the queries', () => {
  expect(plain.top10, plain.misses.join('\n')).toBeGreaterThanOrEqual(0.92);
});

it('it is the first for 70%', () => {
  expect(plain.top1).toBeGreaterThanOrEqual(0.7);
});

it('with a slip in one word it is among the first ten for 85%', () => {
  expect(slips.top10, slips.misses.join('\n')).toBeGreaterThanOrEqual(0.85);
});
