import type { Code } from '../code';
import type { Tabular, TabularSection } from '../formats/tabular';
import type { Block, CategoryEntry, Chapter, Outline } from '../release';
import { nestSections } from './nest-sections';
import type { ReleaseRow } from './release-row';

/**
 * Builds what stands above the codes of a release: chapters, nested blocks, and the categories with their
 * places. A category that the tabular list does not have yet goes where both its neighbours are.
 * @throws Error when the first category is missing from the list, or the rows of a category are scattered
 */
export function buildOutline(rows: readonly ReleaseRow[], tabular: Tabular): Outline {
  const spans = categorySpans(rows);
  const known = listedPlaces(tabular);
  const { chapters, blocks } = buildBlocks(tabular);
  const categories: CategoryEntry[] = [];
  for (const [index, span] of spans.entries()) {
    const place = known.get(span.code) ?? placeBetween(spans, index, categories.at(-1), known, blocks);
    categories.push({ ...span, ...place });
  }
  return { chapters, blocks, categories };
}

type Span = Pick<CategoryEntry, 'code' | 'start' | 'count'>;
type Place = Pick<CategoryEntry, 'chapter' | 'block'>;

function categorySpans(rows: readonly ReleaseRow[]): readonly Span[] {
  const starts = rows.flatMap(({ code }, index) => (code.length === 3 ? [index] : []));
  return starts.map((start, nth) => {
    const end = starts[nth + 1] ?? rows.length;
    const code = rows[start]?.code as Code;
    const stray = rows.slice(start, end).find((row) => !row.code.startsWith(code));
    if (stray) throw new Error(`${stray.code} stands among the codes of ${code}`);
    return { code, start, count: end - start };
  });
}

function listedPlaces(tabular: Tabular): ReadonlyMap<Code, Place> {
  const places = new Map<Code, Place>();
  let block = 0;
  for (const [chapter, { sections }] of tabular.chapters.entries()) {
    for (const { diags } of sections) {
      for (const { code } of diags) places.set(code, { chapter, block });
      block += 1;
    }
  }
  return places;
}

function buildBlocks(tabular: Tabular): Pick<Outline, 'chapters' | 'blocks'> {
  const chapters: Chapter[] = [];
  const blocks: Block[] = [];
  const categories = tabular.chapters.flatMap(({ sections }) => sections.flatMap(categoriesIn));
  for (const [chapter, { sections, ...printed }] of tabular.chapters.entries()) {
    chapters.push(printed);
    const offset = blocks.length;
    for (const [index, parent] of nestSections(sections, categories).entries()) {
      const { diags: _diags, ...section } = sections[index] as TabularSection;
      blocks.push({ ...section, chapter, parent: parent === null ? null : parent + offset });
    }
  }
  return { chapters, blocks };
}

function categoriesIn(section: TabularSection): readonly Code[] {
  return section.diags.map((diag) => diag.code);
}

/** The innermost block, and the chapter, that hold both neighbours of an unlisted category. */
function placeBetween(
  spans: readonly Span[],
  index: number,
  before: CategoryEntry | undefined,
  known: ReadonlyMap<Code, Place>,
  blocks: readonly Block[],
): Place {
  if (before === undefined)
    throw new Error(`${spans[index]?.code} is not in the tabular list and stands first`);
  const next = spans.slice(index + 1).find((span) => known.has(span.code));
  const after = next && known.get(next.code);
  const around = new Set(enclosing(after?.block ?? null, blocks));
  const block = enclosing(before.block, blocks).find((candidate) => around.has(candidate)) ?? null;
  // Between two chapters it belongs to the one that it continues, as QA1 does after QA0.
  return { chapter: before.chapter, block };
}

/** A block and those around it, from the innermost outwards. */
function enclosing(block: number | null, blocks: readonly Block[]): number[] {
  const chain: number[] = [];
  for (let at = block; at !== null; at = blocks[at]?.parent ?? null) chain.push(at);
  return chain;
}
