import { type Code, dotted } from '../code';
import type { CodeSpan } from '../code-span';
import type { NodeDetails, NoteKind, Outline, Shard } from '../release';
import { parseReferences } from './references';
import { resolveReference, type Unresolved } from './resolve';

/** How the references of a release's notes stand. */
export interface ReferenceReport {
  /** Lines of all chapters, blocks and codes, seventh-character notes included. */
  readonly lines: number;
  readonly linesWithReferences: number;
  /** References by kind of target. */
  readonly references: Readonly<Record<CodeSpan['kind'], number>>;
  /** Note lines by the kind of note and by what they name, see `contentsOf`. */
  readonly byNote: ReadonlyMap<LineKind, Readonly<Record<LineContents, number>>>;
  readonly unresolved: readonly UnresolvedReference[];
}

export type LineKind = NoteKind | 'sevenChrNote';
export type LineContents = 'one code' | 'one prefix' | 'one range' | 'list' | 'none';

export interface UnresolvedReference {
  /** Where the line stands: a dotted code, a block, or `chapter 21`. */
  readonly at: string;
  readonly line: string;
  /** The reference as printed. */
  readonly text: string;
  readonly why: Unresolved;
}

/** Parses and resolves the references of all notes of a release. */
export async function reportReferences(
  outline: Outline,
  shards: ReadonlyMap<Code, Shard>,
): Promise<ReferenceReport> {
  let lines = 0;
  let linesWithReferences = 0;
  const references = { code: 0, prefix: 0, range: 0 };
  const byNote = new Map<LineKind, Record<LineContents, number>>();
  const unresolved: UnresolvedReference[] = [];

  for (const { at, kind, line } of noteLines(outline, shards.values())) {
    const found = parseReferences(line).filter((part) => part.kind === 'reference');
    const contents = byNote.get(kind) ?? { 'one code': 0, 'one prefix': 0, 'one range': 0, list: 0, none: 0 };
    byNote.set(kind, contents);
    contents[contentsOf(found.map(({ target }) => target))]++;
    lines++;
    if (found.length > 0) linesWithReferences++;
    for (const { text, target } of found) {
      references[target.kind]++;
      const why = await resolveReference(outline, (category) => shards.get(category) ?? null, target);
      if (!why.resolved) unresolved.push({ at, line, text, why });
    }
  }
  return { lines, linesWithReferences, references, byNote, unresolved };
}

/** Where a note line stands, and of what kind it is. */
interface PlacedLine {
  readonly at: string;
  readonly kind: LineKind;
  readonly line: string;
}

/** All note lines of a release, in the order of the list. */
export function* noteLines(outline: Outline, shards: Iterable<Shard>): Generator<PlacedLine> {
  for (const chapter of outline.chapters) yield* linesOf(`chapter ${chapter.number}`, chapter);
  for (const block of outline.blocks) yield* linesOf(block.id, block);
  for (const { nodes } of shards) {
    for (const node of nodes) yield* linesOf(dotted(node.code), node);
  }
}

function* linesOf(at: string, { notes = [], sevenChr }: NodeDetails): Generator<PlacedLine> {
  for (const { kind, lines } of notes) {
    for (const line of lines) yield { at, kind, line };
  }
  for (const line of sevenChr?.notes ?? []) yield { at, kind: 'sevenChrNote', line };
}

function contentsOf([first, ...more]: readonly CodeSpan[]): LineContents {
  if (!first) return 'none';
  return more.length > 0 ? 'list' : `one ${first.kind}`;
}
