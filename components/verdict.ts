import { dotted } from '../data/code';
import { printSpan } from '../data/code-span';
import type { Entry, Lookup } from '../data/lookup/answer';
import { day } from './day';

/** What a verdict is called wherever it is shown: our words, not the release's. */
export const VERDICT_LABELS: Record<Lookup['verdict'], string> = {
  billable: 'Billable',
  header: 'Not billable (header)',
  incomplete: 'Incomplete (needs 7th character)',
  deleted: 'Deleted',
  'not-yet': 'Not yet valid',
  'other-system': 'Not ICD-10-CM',
  unknown: 'Not a code',
  range: 'Range',
};

/** A shape for each, so that no verdict is told by colour alone. */
export const VERDICT_SIGNS: Record<Lookup['verdict'], string> = {
  billable: '✓',
  header: '⊘',
  incomplete: '…',
  deleted: '✕',
  'not-yet': '◷',
  'other-system': '≠',
  unknown: '?',
  range: '↔',
};

/** The verdict with the date that belongs to it. */
export function labelOf(lookup: Lookup): string {
  const label = VERDICT_LABELS[lookup.verdict];
  switch (lookup.verdict) {
    case 'deleted':
      return `${label} on ${day(lookup.ended)}`;
    case 'not-yet':
      return `${label}: valid from ${day(lookup.from)}`;
    case 'other-system':
      return `${lookup.system}, not ICD-10-CM`;
    case 'range':
      return `${label} of ${countOf(lookup.billable)}`;
    default:
      return label;
  }
}

/** A number of billable codes, in words. */
export function countOf(billable: number): string {
  return billable === 1 ? '1 billable code' : `${billable.toLocaleString('en-US')} billable codes`;
}

/** The code as it is written: with its dot, but for other systems as theirs is; a range with both its ends. */
export function spellingOf(lookup: Lookup): string {
  switch (lookup.verdict) {
    case 'other-system':
      return lookup.spelling;
    case 'range':
      return printSpan({ kind: 'range', from: lookup.first.code, to: lookup.last.code });
    default:
      return dotted(lookup.asked);
  }
}

/** The text that gets the same answer again, on another day say. */
export function queryOf(lookup: Lookup): string {
  if (lookup.asPrefix) return printSpan({ kind: 'prefix', code: lookup.asked });
  // Without its dot it was a HCPCS code too.
  return lookup.alsoHcpcs ? lookup.asked : spellingOf(lookup);
}

/** The official title of what a lookup has found, if it has one. */
export function titleOf(lookup: Lookup): string | null {
  return lookup.verdict === 'range' ? (lookup.exactly?.title ?? null) : (entryOf(lookup)?.title ?? null);
}

/** The entry that a lookup has found, if it has found one. */
export function entryOf(lookup: Lookup): Entry | null {
  return 'entry' in lookup ? lookup.entry : null;
}
