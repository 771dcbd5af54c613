/** The tabular list as its XML holds it: chapters › sections › codes, each with its notes. */
import type { Code } from '../code';
import type { NodeDetails } from '../release';

export interface Tabular {
  /** The file's own `version`: a fiscal year. */
  readonly version: string;
  readonly chapters: readonly TabularChapter[];
}

/** Notes, seventh characters and table; accents stand in the title itself. */
export type TabularDetails = Omit<NodeDetails, 'spelling'>;

export interface TabularChapter extends TabularDetails {
  readonly number: string;
  readonly title: string;
  readonly sections: readonly TabularSection[];
}

export interface TabularSection extends TabularDetails {
  readonly id: string;
  readonly title: string;
  readonly diags: readonly TabularDiag[];
}

export interface TabularDiag extends TabularDetails {
  /** A placeholder X can be part of it (`H540X`), as in the order file. */
  readonly code: Code;
  readonly title: string;
  readonly diags: readonly TabularDiag[];
}

export interface TabularCounts {
  readonly chapters: number;
  readonly sections: number;
  readonly codes: number;
  readonly noteLines: number;
}

/** Counts what a tabular list holds, to compare with what was published. */
export function countTabular(tabular: Tabular): TabularCounts {
  const sections = tabular.chapters.flatMap((chapter) => chapter.sections);
  const diags = [...walkDiags(tabular)];
  return {
    chapters: tabular.chapters.length,
    sections: sections.length,
    codes: diags.length,
    noteLines: [...tabular.chapters, ...sections, ...diags].reduce(
      (sum, node) => sum + countNoteLines(node),
      0,
    ),
  };
}

/** The lines of a node's notes; the texts of its seventh characters are none. */
export function countNoteLines(details: NodeDetails): number {
  return (details.notes ?? []).reduce((sum, note) => sum + note.lines.length, 0);
}

/** All codes of a tabular list, each before those below it. */
export function* walkDiags(tabular: Tabular): Generator<TabularDiag> {
  for (const chapter of tabular.chapters) {
    for (const section of chapter.sections) yield* walk(section.diags);
  }
}

function* walk(diags: readonly TabularDiag[]): Generator<TabularDiag> {
  for (const diag of diags) {
    yield diag;
    yield* walk(diag.diags);
  }
}
