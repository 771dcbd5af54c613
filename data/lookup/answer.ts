/** What a lookup answers. */
import type { Code } from '../code';
import type { Day } from '../day';
import type { Step } from '../hierarchy';
import type { EarlierTitle, Span, Status } from '../history/history';
import type { OtherSystem as Recognised } from '../other-systems/recognise';
import type { PlainWords } from '../plain-words/plain-words';
import type { Extension, NodeDetails, NoteTable, Release, TabularNote } from '../release';

/** What the code set says of a code, or of a range of codes, on a day: the verdict tells the cases apart. */
export type Lookup = CodeLookup | RangeLookup;
export type CodeLookup = Billable | Header | Incomplete | Deleted | NotYet | OtherSystem | Unknown;
/** The verdict on one code. */
export type Verdict = CodeLookup['verdict'];

interface Answer {
  readonly asked: Code;
  /** The date of service for which the verdict holds. */
  readonly on: Day;
  /** The release in use. */
  readonly release: Release;
  /** What the code was since the first release, oldest first; empty for what never was a code. */
  readonly validity: readonly Span[];
  /** Set where what was typed or selected is not the asked code's own spelling. */
  readonly readAs?: Reading;
  /** The text named the code with all that lies below it: `E10.-`. */
  readonly asPrefix?: true;
  /** The text spells a HCPCS Level II code as well: `E1140`, without a dot. */
  readonly alsoHcpcs?: true;
}

/** How a text that is nearly a code was read. */
export interface Reading {
  readonly typed: string;
  /** What was mended, in words that follow “read as”. */
  readonly mended: readonly string[];
}

/** Valid for HIPAA-covered transactions: flag 1 in the order file. */
export interface Billable extends Answer {
  readonly verdict: 'billable';
  readonly entry: Entry;
  /** What becomes of it after the day, if a release says so. */
  readonly change: Change | null;
}

/** Not billable: flag 0 in the order file. */
export interface Header extends Answer {
  readonly verdict: 'header';
  readonly entry: Entry;
  /** The billable codes below it, in tabular order. */
  readonly replacements: readonly CodeTitle[];
  /** The rows directly below it: the choices for the next character. */
  readonly choices: readonly Choice[];
  /** By what the replacements are told apart. */
  readonly below: Below;
  /** The last day on which it was billable itself; null when it never was before. */
  readonly billableUntil: Day | null;
}

/** Lacks its seventh character, a placeholder before it, or both. */
export interface Incomplete extends Answer {
  readonly verdict: 'incomplete';
  /** The longest code that the asked one begins with (`W21.89` for `W21.89A`). */
  readonly entry: Entry;
  /** Every billable code that completes the asked one, in tabular order. */
  readonly completions: readonly Completion[];
  /** The last day on which it was billable itself; null when it never was before. */
  readonly billableUntil: Day | null;
}

/** A code of earlier releases. */
export interface Deleted extends Answer {
  readonly verdict: 'deleted';
  readonly entry: Entry;
  /** The first day on which it was no code any more. */
  readonly ended: Day;
  readonly wasBillable: boolean;
  /** As published; empty where none is. */
  readonly successors: readonly CodeTitle[];
  /** False where it ended in an imported release, for which no list of successors is at hand. */
  readonly hasSuccessorList: boolean;
  /** Where there is no successor: the codes beside it that are left. */
  readonly siblings: readonly Choice[];
}

/** A code of a later release. */
export interface NotYet extends Answer {
  readonly verdict: 'not-yet';
  readonly entry: Entry;
  /** The first day on which it is a code. */
  readonly from: Day;
}

export type OtherSystemName = Recognised['system'];

/** No code of ICD-10-CM, but one of another classification. */
export interface OtherSystem extends Answer {
  readonly verdict: 'other-system';
  readonly system: OtherSystemName;
  /** As people of that system write it: a procedure code has no dot. */
  readonly spelling: string;
  /** Where ICD-10-CM has what it stands for: our suggestion, not a published successor. */
  readonly look: readonly CodeTitle[];
}

/** In no release that is known. */
export interface Unknown extends Answer {
  readonly verdict: 'unknown';
  /** The longest code that the asked one begins with, if any. */
  readonly nearest: CodeTitle | null;
}

/** All codes from one to the end of what lies below another, in tabular order. */
export interface RangeLookup extends Answer {
  readonly verdict: 'range';
  /** In tabular order, whichever was written first; `first.code` is the asked code. */
  readonly first: EndPoint;
  readonly last: EndPoint;
  /** Written with the later end first. */
  readonly isReversed: boolean;
  /** How many codes there are on the day, headers included. */
  readonly codes: number;
  readonly billable: number;
  /** The chapter or block whose range this is. */
  readonly exactly: Step | null;
  /** What stands above all of its codes, from the chapter down. */
  readonly hierarchy: readonly Step[];
  /** The notes of the chapter or block whose range this is. */
  readonly notes: readonly TabularNote[];
  readonly table?: NoteTable;
  readonly inherited: readonly InheritedNotes[];
}

/** An end of a range. */
export interface EndPoint extends CodeTitle {
  /** False where there is no such code on the day: then the title is empty, and the range ends where it would stand. */
  readonly exists: boolean;
}

export interface Change {
  /** The first day of the new status. */
  readonly on: Day;
  readonly to: Exclude<Status, 'billable'>;
  /** What to use from then on: published successors, or the codes that came below it. */
  readonly use: readonly CodeTitle[];
}

/** All that a card shows of one code. */
export interface Entry {
  readonly code: Code;
  /** Official; null for a few headers of ended releases, of which no source keeps the title. */
  readonly title: string | null;
  /** Ended before FY2019, the oldest release whose official long titles are at hand: the title is HCUP's. */
  readonly titleFrom?: 'HCUP';
  /** The official spelling with accents, where it differs from the title. */
  readonly spelling?: string;
  readonly earlierTitles: readonly EarlierTitle[];
  readonly billable: boolean;
  /** From the chapter down to the code's parent. */
  readonly hierarchy: readonly Step[];
  /** The notes of its own node of the tabular list. */
  readonly notes: readonly TabularNote[];
  readonly table?: NoteTable;
  /** The notes of all that stands above it, the nearest first. */
  readonly inherited: readonly InheritedNotes[];
  readonly seventh: Seventh | null;
  /** What it means, in our own words; null where the official title, by which that is told, is not kept. */
  readonly plain: PlainWords | null;
}

export interface InheritedNotes {
  readonly from: Step;
  readonly notes: readonly TabularNote[];
  readonly table?: NonNullable<NodeDetails['table']>;
}

/** The definition of seventh characters that applies to a code: the nearest one at or above it. */
export interface Seventh {
  readonly definedBy: Code;
  /** Official lines that introduce it. */
  readonly notes: readonly string[];
  /** What the code's own seventh character says; null for a code that has none, or one that is not defined. */
  readonly extension: Extension | null;
}

export interface CodeTitle {
  readonly code: Code;
  readonly title: string;
}

export interface Choice extends CodeTitle {
  /** How many billable codes this choice leads to; 1 when it is billable itself. */
  readonly leads: number;
  readonly billable: boolean;
}

/** What lies below a header beside its billable codes. */
export interface Below {
  /** The headers below it, in tabular order. */
  readonly headings: readonly CodeTitle[];
  /** The definitions of seventh characters that reach its codes, in tabular order: the nearest above a code wins. */
  readonly sevenths: readonly { readonly definedBy: Code; readonly extensions: readonly Extension[] }[];
}

export interface Completion extends CodeTitle {
  readonly extension: Extension | null;
}
