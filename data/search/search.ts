import { type Code, categoryOf, dotted, parseCode } from '../code';
import { completionsOf } from '../family';
import type { Verdict } from '../lookup/answer';
import { verdictsInRelease } from '../lookup/lookup';
import type { CodeNode, Outline } from '../release';
import type { CodeSource } from '../source';
import { rank } from './rank';
import type { Hit, SearchRequest, SearchResults } from './results';
import type { Vocabulary } from './vocabulary';
import { withAllWords } from './with-all-words';
import { wordsOf } from './words';

/** Longer queries are cut: no title has more words than fit in this many characters. */
const LONGEST_QUERY = 300;

/**
 * Searches the titles and codes of a release.
 * @param request a code or the beginning of one, with or without dot, or words and beginnings of words in any
 *   order, of which a title must have all
 * @param verdictsOf the verdicts of codes, in their order; those of the release where it is left out
 */
export async function search(
  source: CodeSource,
  vocabulary: Vocabulary,
  { text: query, limit }: SearchRequest,
  verdictsOf = (codes: readonly Code[]) => verdictsInRelease(source, codes),
): Promise<SearchResults> {
  const text = query.slice(0, LONGEST_QUERY);
  const outline = await source.outline();
  const byCode = await nodesByCode(source, outline, text);
  if (byCode.length > 0) return present(verdictsOf, byCode, byCode.length, limit, null);

  const words = wordsOf(text);
  const exact = withAllWords(vocabulary, words);
  const { positions, corrected } =
    exact.length > 0 || words.length === 0
      ? { positions: exact, corrected: null }
      : corrections(vocabulary, words);
  const nodes = await Promise.all(
    positions.slice(0, limit).map((position) => nodeAt(source, outline, position)),
  );
  return present(
    verdictsOf,
    nodes.filter((node) => node !== null),
    positions.length,
    limit,
    corrected,
  );
}

/**
 * The code asked for and all that begins with it, in tabular order; for two characters the categories alone, and
 * for a code without its placeholders (`W21.89A`) what completes it.
 */
async function nodesByCode(source: CodeSource, outline: Outline, text: string): Promise<CodeNode[]> {
  const prefix = text
    .trim()
    .toUpperCase()
    .replace(/\.-?$|-$/, '');
  if (/^[A-Z][0-9A-Z]$/.test(prefix)) {
    const categories = outline.categories.filter(({ code }) => code.startsWith(prefix));
    const shards = await Promise.all(categories.map(({ code }) => source.shard(code)));
    return shards.flatMap((shard) => shard?.nodes[0] ?? []);
  }
  const code = parseCode(prefix);
  const shard = code && (await source.shard(categoryOf(code)));
  if (!shard) return [];
  const beginning = shard.nodes.filter((node) => node.code.startsWith(code));
  return beginning.length > 0 ? beginning : completionsOf(shard, code);
}

function corrections(vocabulary: Vocabulary, words: readonly string[]) {
  const known = words.map((word) => {
    const ranges = vocabulary.withPrefix(word);
    return ranges.length > 0 ? { word, ranges } : vocabulary.nearest(word);
  });
  return {
    positions: rank(
      vocabulary,
      known.map(({ ranges }) => ranges),
    ),
    corrected: known.map(({ word }) => word).join(' '),
  };
}

async function nodeAt(source: CodeSource, outline: Outline, position: number): Promise<CodeNode | null> {
  const category = outline.categories.findLast(({ start }) => start <= position);
  const shard = category && (await source.shard(category.code));
  return (category && shard?.nodes[position - category.start]) ?? null;
}

async function present(
  verdictsOf: (codes: readonly Code[]) => Promise<Verdict[]>,
  nodes: readonly CodeNode[],
  total: number,
  limit: number,
  corrected: string | null,
): Promise<SearchResults> {
  const shown = nodes.slice(0, limit);
  const judged = await verdictsOf(shown.map(({ code }) => code));
  const hits = shown.map(
    ({ code, title }, index): Hit => ({
      code,
      spelling: dotted(code),
      title,
      matched: [],
      verdict: judged[index] ?? 'unknown',
    }),
  );
  return { hits, total, corrected: total > 0 ? corrected : null };
}
