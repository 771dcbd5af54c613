/** The rows that a search for words shows: which code stands for a family, what matched, and why. */
import { type Code, categoryOf, dotted } from '../code';
import type { CategoryEntry, CodeNode, Outline } from '../release';
import type { CodeSource } from '../source';
import type { SearchEngine } from './engine';
import type { MatchedWords } from './matched-words';
import { officialTermsOf } from './official-terms';
import { hitCodes } from './present-codes';
import type { Query } from './query';
import type { Ranked } from './rank';
import type { Family, Hit, HitCode, Why } from './results';
import type { Row } from './rows';
import type { VerdictsOf } from './search';

/** What rows are made from. */
export interface Found {
  readonly source: CodeSource;
  readonly outline: Outline;
  readonly engine: SearchEngine;
  readonly query: Query;
}

/** A document's own row in the release, and the seven-character codes that are folded into it. */
interface Member {
  readonly node: CodeNode;
  readonly sevenths: readonly CodeNode[];
}

/** Makes the rows. A row whose code the release can't give is left out. */
export async function wordHits(found: Found, rows: readonly Row[], verdictsOf: VerdictsOf): Promise<Hit[]> {
  const match = found.engine.matcher(found.query);
  const all = await Promise.all(rows.map((row) => nodesOf(found, row, match)));
  const present = all.filter((nodes) => nodes !== null);
  const codes = await hitCodes(
    present.flatMap(({ shown, others }) => [shown, ...others]),
    verdictsOf,
  );
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const hits = present.map(async ({ row, shown, others, differsIn }): Promise<Hit | null> => {
    const own = byCode.get(shown.code);
    if (!own) return null;
    const title = match(shown.title);
    const why = await whyOf(found, row.best, title, match);
    const family = familyOf(differsIn, others, byCode);
    return { ...own, matched: title.parts, ...(why && { why }), ...(family && { family }) };
  });
  return (await Promise.all(hits)).filter((hit) => hit !== null);
}

interface RowNodes {
  readonly row: Row;
  readonly shown: CodeNode;
  readonly others: readonly CodeNode[];
  readonly differsIn: string;
}

async function nodesOf(
  found: Found,
  row: Row,
  match: (text: string) => MatchedWords,
): Promise<RowNodes | null> {
  const best = await memberOf(found, row.best.document);
  if (!best) return null;
  const shown = representative(best, match);
  const sides = (await Promise.all(row.others.map((document) => memberOf(found, document)))).filter(
    (member) => member !== null,
  );
  const others = [best, ...sides]
    .flatMap(({ node, sevenths }) => (sevenths.length > 0 ? sevenths : [node]))
    .filter(({ code }) => code !== shown.code)
    .sort((a, b) => a.position - b.position);
  const differsIn = [sides.length > 0 && 'side', best.sevenths.length > 0 && 'seventh character']
    .filter(Boolean)
    .join(' and ');
  return { row, shown, others, differsIn };
}

/** The seven-character code that has most of the query's words, the first of these; the code itself where there are none. */
function representative({ node, sevenths }: Member, match: (text: string) => MatchedWords): CodeNode {
  let best = sevenths[0] ?? node;
  let most = match(best.title).answered;
  for (const one of sevenths.slice(1)) {
    const { answered } = match(one.title);
    if (answered <= most) continue;
    most = answered;
    best = one;
  }
  return best;
}

function familyOf(
  differsIn: string,
  others: readonly CodeNode[],
  byCode: ReadonlyMap<Code, HitCode>,
): Family | null {
  const known = others.flatMap(({ code }) => byCode.get(code) ?? []);
  return known.length > 0 ? { differsIn, others: known } : null;
}

/** Why a code was found; null where its title says it. */
async function whyOf(
  found: Found,
  { text, term, usualOf }: Ranked,
  title: MatchedWords,
  match: (text: string) => MatchedWords,
): Promise<Why | null> {
  const { source, engine, query } = found;
  if (title.answered === query.slots.length) return null;
  if (term !== null) return ourTerm(engine, term, match);
  const from = text === null ? null : engine.sourceOf(text);
  if (from === null) {
    if (usualOf === undefined) return null;
    const header = await memberOf(found, usualOf);
    if (!header) return null;
    const named = `${dotted(header.node.code)} ${header.node.title}`;
    return { kind: 'usual', text: named, matched: match(named).parts };
  }
  if (from.kind === 'our-term' || from.kind === 'our-header') return ourTerm(engine, from.nth, match);
  const member = await memberOf(found, from.document);
  if (!member) return null;
  const words =
    from.kind === 'index-term'
      ? await indexTerm(source, member, from.nth)
      : officialTermsOf(member.node)[from.nth]?.text;
  return words === undefined ? null : { kind: from.kind, text: words, matched: match(words).parts };
}

function ourTerm({ ours }: SearchEngine, nth: number, match: (text: string) => MatchedWords): Why | null {
  const term = ours.terms[nth];
  if (!term) return null;
  const { text, meaning } = term;
  const said = text.toLowerCase() === meaning.toLowerCase() ? text : `${text} (${meaning})`;
  return { kind: 'our-term', text: said, matched: match(text).parts };
}

/** The alphabetic index's terms of a document are numbered over its codes, in their order. */
async function indexTerm(
  source: CodeSource,
  { node, sevenths }: Member,
  nth: number,
): Promise<string | undefined> {
  const terms = await source.terms?.(categoryOf(node.code));
  return [node, ...sevenths].flatMap(({ code }) => terms?.get(code) ?? [])[nth];
}

async function memberOf({ source, outline, engine }: Found, document: number): Promise<Member | null> {
  const position = engine.documents.position(document);
  const category = categoryAt(outline.categories, position);
  const shard = category && (await source.shard(category.code));
  const at = position - (category?.start ?? 0);
  const node = shard?.nodes[at];
  if (!shard || !node) return null;
  return { node, sevenths: shard.nodes.slice(at + 1, at + 1 + engine.documents.sevenths(document)) };
}

/** The category in whose rows a position lies. */
function categoryAt(categories: readonly CategoryEntry[], position: number): CategoryEntry | undefined {
  let low = 0;
  let high = categories.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((categories[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return categories[low - 1];
}
