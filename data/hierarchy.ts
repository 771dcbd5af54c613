import { type Code, dotted } from './code';
import { parentsOf } from './family';
import type { Block, CategoryEntry, CodeNode, NodeDetails, Outline, Shard } from './release';
import type { CodeSource } from './source';

/** One step of a code's place in the code set. */
export type Step =
  | { readonly kind: 'chapter'; readonly id: string; readonly title: string }
  | { readonly kind: 'block'; readonly id: string; readonly title: string }
  | { readonly kind: 'category' | 'subcategory'; readonly code: Code; readonly title: string };

/** A step with what the tabular list holds for it. */
export interface DetailedStep {
  readonly step: Step;
  readonly details: NodeDetails;
}

/**
 * What a step is written as where its card is asked for: a code, or the range of a block or chapter as printed. A
 * chapter has it at the end of its title: `Neoplasms (C00-D49)`.
 * @returns null for a chapter without one, as an imported release may have
 */
export function spellingOf(step: Step): string | null {
  switch (step.kind) {
    case 'chapter':
      return /\(([^()]+)\)$/.exec(step.title)?.[1] ?? null;
    case 'block':
      return step.id;
    default:
      return dotted(step.code);
  }
}

/** The steps from the chapter down to the node's parent; a category ends with its innermost block. */
export async function stepsTo(source: CodeSource, shard: Shard, node: CodeNode): Promise<DetailedStep[]> {
  const outline = await source.outline();
  const category = outline.categories.find(({ code }) => code === shard.category);
  return [...(category ? stepsAbove(outline, category) : []), ...parentsOf(shard, node.code).map(stepOf)];
}

/** The steps from the chapter down to the category's innermost block. */
export function stepsAbove(outline: Outline, category: CategoryEntry): DetailedStep[] {
  const chapter = outline.chapters[category.chapter];
  const steps = blocksAround(outline, category.block).map(
    (block): DetailedStep => ({ step: { kind: 'block', id: block.id, title: block.title }, details: block }),
  );
  if (!chapter) return steps;
  return [
    { step: { kind: 'chapter', id: chapter.number, title: chapter.title }, details: chapter },
    ...steps,
  ];
}

/** A block with those around it, widest first. */
function blocksAround(outline: Outline, index: number | null): Block[] {
  const block = index === null ? undefined : outline.blocks[index];
  return block ? [...blocksAround(outline, block.parent), block] : [];
}

/** A code as a step to what lies below it. */
export function stepOf(node: CodeNode): DetailedStep {
  const { code, title } = node;
  return { step: { kind: code.length === 3 ? 'category' : 'subcategory', code, title }, details: node };
}
