import { type Code, categoryOf } from '../code';
import { foldAccents } from '../formats/fold';
import { countNoteLines, type Tabular, type TabularDetails, walkDiags } from '../formats/tabular';
import type { CodeNode, Outline, ReleaseCounts, Shard } from '../release';
import { buildOutline } from './outline';
import type { ReleaseRow } from './release-row';
import { type TabularTitle, tabularTitles } from './tabular-titles';

export interface Assembled {
  readonly outline: Outline;
  /** One a category, in tabular order. */
  readonly shards: readonly Shard[];
  readonly counts: ReleaseCounts;
}

/**
 * Joins the rows of a release with a tabular list, which can be older: what it says about a code that the
 * release has is kept, what it says about others is dropped.
 */
export function assemble(rows: readonly ReleaseRow[], tabular: Tabular): Assembled {
  const outline = buildOutline(rows, tabular);
  const details = detailsByCode(tabular);
  const codes = new Set(rows.map((row) => row.code));
  const titles = tabularTitles(tabular, (code) => codes.has(code));
  const nodes = rows.map(
    (row, position): CodeNode => ({ ...row, position, ...spelling(row, titles), ...details.get(row.code) }),
  );
  const shards = outline.categories.map(({ code, start, count }) => ({
    category: categoryOf(code),
    nodes: nodes.slice(start, start + count),
  }));
  return { outline, shards, counts: count(outline, nodes) };
}

function detailsByCode(tabular: Tabular): ReadonlyMap<Code, TabularDetails> {
  const details = new Map<Code, TabularDetails>();
  for (const { code, title: _title, diags: _diags, ...own } of walkDiags(tabular)) details.set(code, own);
  return details;
}

function spelling(row: ReleaseRow, titles: ReadonlyMap<Code, TabularTitle>): { spelling?: string } {
  const printed = titles.get(row.code)?.title ?? row.title;
  return printed !== row.title && foldAccents(printed) === row.title ? { spelling: printed } : {};
}

function count(outline: Outline, nodes: readonly CodeNode[]): ReleaseCounts {
  return {
    codes: nodes.length,
    billable: nodes.filter((node) => node.billable).length,
    chapters: outline.chapters.length,
    blocks: outline.blocks.length,
    categories: outline.categories.length,
    noteLines: [...outline.chapters, ...outline.blocks, ...nodes].reduce(
      (sum, node) => sum + countNoteLines(node),
      0,
    ),
  };
}
