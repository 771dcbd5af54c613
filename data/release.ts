/** What a release of the code set consists of. These types are the whole of the data model. */
import type { Code } from './code';

/** One edition of the code set, as its manifest describes it. Dates are ISO days (`2026-10-01`). */
export interface Release {
  readonly system: 'ICD-10-CM';
  /** Federal fiscal year: FY2027 starts on 1 October 2026. */
  readonly fiscalYear: number;
  /** Name for people, `FY2027` or `FY2026 April`. */
  readonly name: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  /** The day of the tabular list from which the notes come; it can be older than the codes. */
  readonly notesAsOf: string;
  readonly counts: ReleaseCounts;
  /** The alphabetic index whose terms are searched too; absent where none was given. */
  readonly index?: IndexFacts;
  readonly sources: readonly ReleaseSource[];
  /** SHA-256 (hex) over the outline and all shards, see `releaseHash`. */
  readonly hash: string;
}

export interface ReleaseCounts {
  /** Rows of the order file: headers and billable codes. */
  readonly codes: number;
  readonly billable: number;
  readonly chapters: number;
  readonly blocks: number;
  readonly categories: number;
  /** Note lines of all chapters, blocks and codes. */
  readonly noteLines: number;
}

export interface IndexFacts {
  /** The index's own version, a fiscal year. */
  readonly version: string;
  /** Terms that lead to a code of the release. */
  readonly terms: number;
}

export interface ReleaseSource {
  /** What it gave to this release. */
  readonly gave: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly sha256: string;
}

/** The note elements of the published tabular schema, by their element names. */
export type NoteKind =
  | 'includes'
  | 'inclusionTerm'
  | 'excludes1'
  | 'excludes2'
  | 'codeFirst'
  | 'useAdditionalCode'
  | 'codeAlso'
  | 'notes';

/** One note element with its lines, in official wording and order. */
export interface TabularNote {
  readonly kind: NoteKind;
  readonly lines: readonly string[];
}

/** A `sevenChrDef`: it reaches all descendants of its node; the nearest one wins. */
export interface SevenChr {
  /** The `sevenChrNote` lines that introduce it. */
  readonly notes: readonly string[];
  readonly extensions: readonly Extension[];
}

export interface Extension {
  readonly char: string;
  readonly text: string;
  /** Lines that the list prints under this extension (`initial encounter for open fracture NOS`). */
  readonly notes?: readonly string[];
}

/** The tabular list's one table, visual impairment under H54: rows of cells, the first row its headings. */
export type NoteTable = readonly (readonly string[])[];

/** What the tabular list holds for a node beside its title. */
export interface NodeDetails {
  /** The XML's spelling of the title where it carries accents that the order file folds. */
  readonly spelling?: string;
  readonly notes?: readonly TabularNote[];
  readonly sevenChr?: SevenChr;
  readonly table?: NoteTable;
}

/** One row of the order file joined with its node of the tabular list. */
export interface CodeNode extends NodeDetails {
  readonly code: Code;
  readonly title: string;
  readonly billable: boolean;
  /** Index in the release, from 0, in tabular order. Spelling gives no order: M1A stands before M10. */
  readonly position: number;
}

/** A category with all that lies below it, in tabular order; `nodes[0]` is the category itself. */
export interface Shard {
  readonly category: Code;
  readonly nodes: readonly CodeNode[];
}

/** All that stands above the categories, and the categories in tabular order. */
export interface Outline {
  readonly chapters: readonly Chapter[];
  readonly blocks: readonly Block[];
  readonly categories: readonly CategoryEntry[];
}

export interface Chapter extends NodeDetails {
  /** As printed: `1` to `22`. */
  readonly number: string;
  readonly title: string;
}

/** A section of the tabular list. Wider blocks (M40-M54) contain the narrower ones of their range. */
export interface Block extends NodeDetails {
  /** As printed, `M40-M43`. A block can share its id with a category (B99, QA0). */
  readonly id: string;
  readonly title: string;
  /** Index into `Outline.chapters`. */
  readonly chapter: number;
  /** Index into `Outline.blocks` of the block around this one, or null. */
  readonly parent: number | null;
}

export interface CategoryEntry {
  readonly code: Code;
  /** Position of the category's row in the release; its shard holds `count` rows from there. */
  readonly start: number;
  readonly count: number;
  /** Index into `Outline.chapters`. */
  readonly chapter: number;
  /** Index into `Outline.blocks` of the innermost block; null where none is published (QA1). */
  readonly block: number | null;
}
