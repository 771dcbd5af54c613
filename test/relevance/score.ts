import { dotted } from '../../data/code';
import type { SearchResults } from '../../data/search/results';
import { isAcceptable, type ScoredQuery } from './queries';

/** Shares of queries that have an acceptable code at the top, among the first five and ten; and those without one. */
export interface Score {
  readonly queries: number;
  readonly top1: number;
  readonly top5: number;
  readonly top10: number;
  /** `query: wanted, got`. */
  readonly misses: readonly string[];
}

/** Scores a search by the rows that it lists first. */
export async function score(
  queries: readonly ScoredQuery[],
  search: (query: string) => Promise<SearchResults>,
): Promise<Score> {
  const ranks: number[] = [];
  const misses: string[] = [];
  for (const one of queries) {
    const { hits } = await search(one.query);
    const rank = hits.slice(0, 10).findIndex(({ code }) => isAcceptable(code, one));
    ranks.push(rank < 0 ? Number.POSITIVE_INFINITY : rank);
    if (rank >= 0) continue;
    const got = hits.slice(0, 3).map(({ code }) => dotted(code));
    misses.push(`${one.query}: wanted ${one.acceptable.join(' ')}, got ${got.join(' ') || 'nothing'}`);
  }
  const among = (first: number) => ranks.filter((rank) => rank < first).length / queries.length;
  return { queries: queries.length, top1: among(1), top5: among(5), top10: among(10), misses };
}
