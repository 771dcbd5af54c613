import type { Code } from '../code';
import type { Tabular, TabularDiag, TabularSection } from '../formats/tabular';
import type { CategoryEntry, CodeNode, Outline, Shard } from '../release';
import { parentCode } from '../shard';

/**
 * The tabular list that a release holds: what `assemble` joined to its rows. With it the notes and blocks of a
 * release can be joined to the rows of another one; joined to its own rows it gives the same release.
 */
export function tabularOf(version: string, outline: Outline, shards: readonly Shard[]): Tabular {
  const byCategory = new Map(shards.map((shard) => [shard.category, shard]));
  const around = new Set(outline.blocks.map((block) => block.parent));
  const chapters = outline.chapters.map((chapter, index) => ({
    ...chapter,
    sections: outline.blocks.flatMap((block, at): TabularSection[] => {
      if (block.chapter !== index) return [];
      const { chapter: _chapter, parent: _parent, ...section } = block;
      // The list prints wider blocks without codes. A category that stands in one had no place of its own there.
      const own = around.has(at) ? [] : outline.categories.filter((category) => category.block === at);
      return [{ ...section, diags: own.flatMap((category) => diagsOf(category, byCategory)) }];
    }),
  }));
  return { version, chapters };
}

interface Branch extends TabularDiag {
  readonly diags: Branch[];
}

function diagsOf({ code }: CategoryEntry, shards: ReadonlyMap<Code, Shard>): TabularDiag[] {
  const branches = new Map<Code, Branch>();
  const roots: Branch[] = [];
  for (const node of shards.get(code)?.nodes ?? []) {
    const branch = branchOf(node);
    const parent = parentCode(node.code, branches);
    branches.set(node.code, branch);
    (parent === null ? roots : (branches.get(parent)?.diags ?? roots)).push(branch);
  }
  return roots;
}

function branchOf(node: CodeNode): Branch {
  const { code, title, spelling, billable: _billable, position: _position, ...details } = node;
  return { code, title: spelling ?? title, ...details, diags: [] };
}
