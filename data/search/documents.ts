import type { Code } from '../code';
import type { CodeNode, Shard } from '../release';

/** A row of the search: a code, with the seven-character codes of its family folded into it. */
export interface Document {
  readonly code: Code;
  readonly title: string;
  /** Whether it, or what is folded into it, is billable. */
  readonly billable: boolean;
  /** The seven-character codes that are folded into it, in tabular order. */
  readonly sevenths: readonly CodeNode[];
  readonly node: CodeNode;
}

/** The documents of a category, in tabular order: a header whose children are told apart by their seventh character is one with them. */
export function documentsOf({ nodes }: Shard): Document[] {
  const documents: Document[] = [];
  const extended: Code[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as CodeNode;
    if (node.sevenChr) extended.push(node.code);
    let end = at + 1;
    // A seventh place can be just one more digit, too: K63.8211.
    if (!node.billable && extended.some((code) => node.code.startsWith(code))) {
      while (isSeventh(node, nodes[end])) end += 1;
    }
    const { code, title } = node;
    const sevenths = nodes.slice(at + 1, end);
    documents.push({ code, title, billable: node.billable || sevenths.length > 0, sevenths, node });
    at = end;
  }
  return documents;
}

/** Whether a code is its header with a seventh character, and placeholders before it where the header is shorter. */
function isSeventh({ code }: CodeNode, next: CodeNode | undefined): boolean {
  return (
    next?.code.length === 7 && next.code.startsWith(code) && /^X*$/.test(next.code.slice(code.length, 6))
  );
}
