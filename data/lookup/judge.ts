import type { Code } from '../code';
import { completionsOf, descendantsOf, needsSeventhCharacter, parentsOf } from '../family';
import type { CodeNode, Shard } from '../release';
import { parentCode } from '../shard';
import type { Choice, CodeTitle } from './answer';

/** What a category as it stands on a day says of a code. */
export type Judged =
  | { verdict: 'billable' | 'header'; node: CodeNode }
  | { verdict: 'incomplete'; node: CodeNode; completions: CodeNode[] }
  | { verdict: 'unknown'; node: CodeNode | null };

export function judge(category: Shard, code: Code): Judged {
  const found = category.nodes.find((node) => node.code === code);
  if (found?.billable) return { verdict: 'billable', node: found };
  if (found && !needsSeventhCharacter(category, found)) return { verdict: 'header', node: found };

  const node = found ?? parentsOf(category, code).at(-1) ?? null;
  const completions = completionsOf(category, code);
  return node && completions.length > 0
    ? { verdict: 'incomplete', node, completions }
    : { verdict: 'unknown', node };
}

/** The billable codes below a code, in tabular order. */
export function replacementsOf(category: Shard, code: Code): CodeTitle[] {
  return descendantsOf(category, code)
    .filter((node) => node.billable)
    .map(titleOf);
}

/** The rows directly below a code, each with the number of billable codes that it leads to. */
export function choicesBelow(category: Shard, code: Code): Choice[] {
  const codes = new Set(category.nodes.map((node) => node.code));
  const descendants = descendantsOf(category, code);
  const leaves = descendants.filter((node) => node.billable);
  return descendants
    .filter((node) => parentCode(node.code, codes) === code)
    .map((node) => ({
      ...titleOf(node),
      billable: node.billable,
      leads: leaves.filter((leaf) => leaf.code.startsWith(node.code)).length,
    }));
}

export function titleOf({ code, title }: CodeNode): CodeTitle {
  return { code, title };
}
