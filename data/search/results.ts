import type { Code } from '../code';
import type { Lookup } from '../lookup/answer';

/** What is asked of the search. */
export interface SearchRequest {
  /** A code in any form, or words and beginnings of words in any order. */
  readonly text: string;
  readonly limit: number;
  /** How many of the best to skip, for the virtual list; 0 by default. */
  readonly offset?: number;
  readonly billableOnly?: boolean;
  /** Chapter number as printed (`1` to `22`). */
  readonly chapter?: string;
}

/** `[start, end)` of the characters of a text that matched. */
export type MatchedPart = readonly [start: number, end: number];

/** Why a hit was found, where it isn't its title or code. */
export interface Why {
  readonly kind: 'inclusion-term' | 'includes' | 'index-term' | 'our-term' | 'usual';
  /** The text as published; our own term, with what it means; or, for `usual`, the header that it is the default of. */
  readonly text: string;
  readonly matched: readonly MatchedPart[];
}

/** A code as a list shows it. */
export interface HitCode {
  readonly code: Code;
  /** What opens its card, as it is printed: `E11.9`; the one hit that is a range, `M40-M43`, has the first as its code. */
  readonly spelling: string;
  readonly title: string;
  readonly verdict: Lookup['verdict'];
}

/** A row of the result list. */
export interface Hit extends HitCode {
  /** In the title. */
  readonly matched: readonly MatchedPart[];
  readonly why?: Why;
  /** Near-duplicates folded into this row (seventh characters, laterality): the others, in tabular order. */
  readonly family?: Family;
}

/** Codes whose titles differ in one particular only. */
export interface Family {
  /** In words, `seventh character` or `side`. */
  readonly differsIn: string;
  readonly others: readonly HitCode[];
}

export interface SearchResults {
  /** Best first; at most as many as were asked for. */
  readonly hits: readonly Hit[];
  /** Rows in all; a folded family is one. */
  readonly total: number;
  /** The words that were searched instead, where the query's own are in no title; else null. */
  readonly corrected: string | null;
  /** Set when the query was not searched (it has no letter or digit, or is too long): a sentence for the user. */
  readonly refused?: string;
}
