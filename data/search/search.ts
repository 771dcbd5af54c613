import { type Code, categoryOf, parseCode } from '../code';
import { completionsOf } from '../family';
import type { Verdict } from '../lookup/answer';
import { verdictsInRelease } from '../lookup/lookup';
import type { CodeNode, Outline } from '../release';
import type { CodeSource } from '../source';
import type { SearchEngine } from './engine';
import { plainHits } from './present-codes';
import { wordHits } from './present-words';
import type { SearchRequest, SearchResults } from './results';
import { foldSides } from './rows';
import { wordsOf } from './words';

/** Longer texts are no queries. */
const LONGEST_QUERY = 300;

const REFUSED = {
  long: `This is longer than a search can be (${LONGEST_QUERY} characters). Search for a part of it.`,
  empty: 'This has no letter of the Latin alphabet and no digit. Search for a code or words.',
};

/** The verdicts of codes, in their order. */
export type VerdictsOf = (codes: readonly Code[]) => Promise<Verdict[]>;

/**
 * Searches the codes and texts of a release.
 * @param request a code or the beginning of one, with or without dot, or words, abbreviations and beginnings of
 *   words in any order, misspelt or not
 * @param verdictsOf those of the release where it is left out
 */
export async function search(
  source: CodeSource,
  engine: SearchEngine,
  request: SearchRequest,
  verdictsOf: VerdictsOf = (codes) => verdictsInRelease(source, codes),
): Promise<SearchResults> {
  const { text, limit, offset = 0 } = request;
  const refused = refusalOf(text);
  if (refused !== null) return { hits: [], total: 0, corrected: null, ...(text.trim() && { refused }) };
  const outline = await source.outline();
  const admits = admitting(outline, request);
  const byCode = (await nodesByCode(source, outline, text)).filter(admits);
  if (byCode.length > 0) {
    const hits = await plainHits(byCode.slice(offset, offset + limit), verdictsOf);
    return { hits, total: byCode.length, corrected: null };
  }
  if (isSpeltAsCode(text)) return { hits: [], total: 0, corrected: null };
  const { documents } = engine;
  const { ranking, query, corrected } = engine.find(text, (document) =>
    admits({ position: documents.position(document), billable: !documents.isHeader(document) }),
  );
  const rows = foldSides(ranking.ranked, documents);
  const shown = rows.slice(offset, offset + limit);
  const hits = await wordHits({ source, outline, engine, query }, shown, verdictsOf);
  return { hits, total: rows.length, corrected: rows.length > 0 ? corrected : null };
}

/** Whether a text can be nothing but a code that the release does not have: its numbers are no words of titles. */
function isSpeltAsCode(text: string): boolean {
  return /^\s*[a-z]\d[0-9a-z]\.[0-9a-z]{1,4}\s*$/i.test(text);
}

function refusalOf(text: string): string | null {
  if (text.length > LONGEST_QUERY) return REFUSED.long;
  return wordsOf(text).length === 0 ? REFUSED.empty : null;
}

/** Whether a row of the release passes the request's filters. */
function admitting(
  { chapters, categories }: Outline,
  { billableOnly = false, chapter }: SearchRequest,
): (row: { readonly position: number; readonly billable: boolean }) => boolean {
  const wanted = chapter === undefined ? -1 : chapters.findIndex(({ number }) => number === chapter);
  const within = categories.filter((category) => category.chapter === wanted);
  const from = within[0]?.start ?? 0;
  const last = within.at(-1);
  const to = last ? last.start + last.count : 0;
  return ({ position, billable }) =>
    (billable || !billableOnly) && (chapter === undefined || (position >= from && position < to));
}

/**
 * The code asked for and all that begins with it, in tabular order; for two characters the categories alone, and
 * for a code without its placeholders (`W21.89A`) what completes it. A code with a blank in the place of its dot, or
 * with words after it (as it is copied from a list), is one too.
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
  const [first = '', ...more] = prefix.split(/[\s:;,–-]+/);
  const spellings = [prefix, prefix.replace(/\s+/, '.')];
  if (more.length > 0 && /^\w{3}\.\w|^\w\d\w{2,}/.test(first)) spellings.push(first);
  for (const spelling of spellings) {
    const nodes = await nodesBeginning(source, spelling);
    if (nodes.length > 0) return nodes;
  }
  return [];
}

async function nodesBeginning(source: CodeSource, spelling: string): Promise<CodeNode[]> {
  const code = parseCode(spelling);
  const shard = code && (await source.shard(categoryOf(code)));
  if (!shard) return [];
  const beginning = shard.nodes.filter((node) => node.code.startsWith(code));
  return beginning.length > 0 ? beginning : completionsOf(shard, code);
}
