import type { CodeBook } from '../book';
import type { Code } from '../code';
import { parentsOf } from '../family';
import { stepsTo } from '../hierarchy';
import { plainWords } from '../plain-words/plain-words';
import type { CodeNode, NodeDetails, Shard } from '../release';
import type { Entry, InheritedNotes, Seventh } from './answer';

/** Joins all that a card shows of a code of a category. */
export async function entryOf(book: CodeBook, category: Shard, node: CodeNode): Promise<Entry> {
  const { categories } = await book.installed.outline();
  // An ended or later category can stand in the package's release alone.
  const isInUse = categories.some(({ code }) => code === category.category);
  const [steps, history] = await Promise.all([
    stepsTo(isInUse ? book.installed : book.packaged, category, node),
    book.history(),
  ]);
  const hierarchy = steps.map(({ step }) => step);
  const ended = history.endedCode(node.code);
  return {
    code: node.code,
    title: node.title || null,
    ...(ended?.titleKind === 'hcup' && { titleFrom: 'HCUP' }),
    ...(node.spelling !== undefined && { spelling: node.spelling }),
    earlierTitles: history.earlierTitlesOf(node.code),
    billable: node.billable,
    hierarchy,
    notes: node.notes ?? [],
    ...(node.table && { table: node.table }),
    inherited: steps.toReversed().flatMap(({ step, details }) => inheritedFrom(step, details)),
    seventh: seventhOf(category, node.code, node),
    plain: node.title
      ? plainWords({ code: node.code, title: node.title, billable: node.billable, steps: hierarchy })
      : null,
  };
}

/** The nearest definition of seventh characters at or above a code wins. */
export function seventhOf(category: Shard, code: Code, own?: CodeNode): Seventh | null {
  const nodes = [...parentsOf(category, code), ...(own ? [own] : [])];
  const by = nodes.findLast((node) => node.sevenChr);
  if (!by?.sevenChr) return null;
  const { notes, extensions } = by.sevenChr;
  const extension = extensions.find(({ char }) => char === code[6]) ?? null;
  return { definedBy: by.code, notes, extension };
}

/** The notes that a step hands down, if it has any. */
export function inheritedFrom(from: InheritedNotes['from'], { notes, table }: NodeDetails): InheritedNotes[] {
  return notes || table ? [{ from, notes: notes ?? [], ...(table && { table }) }] : [];
}
