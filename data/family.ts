/** The relations between the codes of one category. */
import type { Code } from './code';
import type { CodeNode, Shard } from './release';

/**
 * The codes above a code within its category, outermost first. The code itself need not exist.
 * A parent is a proper prefix that is a code; the order file has no other notion of it.
 */
export function parentsOf(shard: Shard, code: Code): CodeNode[] {
  return shard.nodes.filter((node) => node.code.length < code.length && code.startsWith(node.code));
}

/** The codes below a code, in tabular order. */
export function descendantsOf(shard: Shard, code: Code): CodeNode[] {
  return shard.nodes.filter((node) => node.code.length > code.length && node.code.startsWith(code));
}

/**
 * Whether a header lacks only its seventh character: every code below it has seven characters.
 * `S52.501` does, and `W21.89`, whose codes fill the sixth place with X; `S52.5`, with further headers below
 * it, does not.
 */
export function needsSeventhCharacter(shard: Shard, header: CodeNode): boolean {
  const below = descendantsOf(shard, header.code);
  return below.length > 0 && below.every((node) => node.code.length === 7);
}

/**
 * Every seven-character code that a shorter spelling can stand for: what begins with it (`S52.501`,
 * `W21.89X`), and what spells the same but for placeholders (`W21.89A` → `W21.89XA`, `T36.01A` → `T36.0X1A`).
 * @returns an empty list for a code with seven characters
 */
export function completionsOf(shard: Shard, code: Code): CodeNode[] {
  if (code.length === 7) return [];
  const bare = withoutPlaceholders(code);
  return shard.nodes.filter(
    (node) =>
      node.code.length === 7 && (node.code.startsWith(code) || withoutPlaceholders(node.code) === bare),
  );
}

/** Guideline I.A.4: placeholder X stands in the fourth to sixth place. */
function withoutPlaceholders(code: Code): string {
  return code.slice(0, 3) + code.slice(3, 6).replaceAll('X', '') + code.slice(6);
}
