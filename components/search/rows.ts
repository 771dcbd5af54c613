import type { Family, Hit, HitCode, MatchedPart, Why } from '../../data/search/results';

/** What a row of any list shows of a code, range or prefix. */
export type Listed = Omit<HitCode, 'code'>;

/** A row that the keyboard can be on. */
export type Row =
  | {
      readonly kind: 'code';
      readonly key: string;
      readonly listed: Listed;
      readonly matched: readonly MatchedPart[];
      readonly why?: Why | undefined;
      readonly family?: Family | undefined;
      readonly isUnfolded: boolean;
    }
  /** One of an unfolded family, below its row. */
  | { readonly kind: 'member'; readonly key: string; readonly listed: Listed; readonly of: string }
  /** Asked for, not there yet. */
  | { readonly kind: 'awaited'; readonly key: string; readonly index: number };

/** Rows by their positions: of a long list most are not there yet. */
export interface RowList {
  readonly length: number;
  at(position: number): Row | undefined;
  /** -1 when none of those that are there has the key. */
  positionOf(key: string): number;
}

/** The families that are unfolded: the keys of their rows, and the indices of these among the hits. */
export type Unfolded = ReadonlyMap<string, number>;

/**
 * The rows of a search.
 * @param hitAt undefined for a hit that has not come yet
 * @param shown how many hits the list shows
 */
export function rowsOfHits(
  hitAt: (index: number) => Hit | undefined,
  shown: number,
  unfolded: Unfolded,
): RowList {
  const families = [...unfolded]
    .map(([key, index]) => ({ key, index, others: hitAt(index)?.family?.others ?? [] }))
    .filter(({ key, index }) => index < shown && hitAt(index)?.spelling === key)
    .sort((a, b) => a.index - b.index);
  const list: RowList = {
    length: families.reduce((sum, { others }) => sum + others.length, shown),
    at(position) {
      if (position < 0 || position >= list.length) return undefined;
      let index = position;
      for (const { key, index: first, others } of families) {
        if (index <= first) break;
        const listed = others[index - first - 1];
        if (listed) return { kind: 'member', key: `${key}>${listed.spelling}`, listed, of: key };
        index -= others.length;
      }
      const hit = hitAt(index);
      if (!hit) return { kind: 'awaited', key: `#${index}`, index };
      const { matched, why, family, spelling: key } = hit;
      return {
        kind: 'code',
        key,
        listed: hit,
        matched,
        why,
        family,
        isUnfolded: unfolded.get(key) === index,
      };
    },
    positionOf: (key) => findPosition(list, key),
  };
  return list;
}

/** A group of a list that has no query: the codes of this page, say. */
export interface RowGroup {
  readonly id: string;
  readonly heading: string;
  readonly codes: readonly Listed[];
}

/** The rows of groups, one after the other; a code may be in several of them. */
export function rowsOfGroups(groups: readonly RowGroup[]): RowList {
  const rows: Row[] = groups.flatMap(({ id, codes }) =>
    codes.map((listed) => ({
      kind: 'code' as const,
      key: `${id}:${listed.spelling}`,
      listed,
      matched: [],
      isUnfolded: false,
    })),
  );
  return {
    length: rows.length,
    at: (position) => rows[position],
    positionOf: (key) => rows.findIndex((row) => row.key === key),
  };
}

function findPosition(list: RowList, key: string): number {
  for (let position = 0; position < list.length; position++)
    if (list.at(position)?.key === key) return position;
  return -1;
}
