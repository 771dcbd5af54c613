import { dotted } from '../data/code';
import type { Entry, Lookup, Verdict } from '../data/lookup/answer';
import { day } from './day';

/** What a verdict is called wherever it is shown: our words, not the release's. */
export const VERDICT_LABELS: Record<Verdict, string> = {
  billable: 'Billable',
  header: 'Not billable (header)',
  incomplete: 'Incomplete (needs 7th character)',
  deleted: 'Deleted',
  'not-yet': 'Not yet valid',
  'other-system': 'Not ICD-10-CM',
  unknown: 'Not a code',
};

/** A shape for each, so that no verdict is told by colour alone. */
export const VERDICT_SIGNS: Record<Verdict, string> = {
  billable: '✓',
  header: '⊘',
  incomplete: '…',
  deleted: '✕',
  'not-yet': '◷',
  'other-system': '≠',
  unknown: '?',
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
    default:
      return label;
  }
}

/** The code as it is written: with its dot, but for other systems as theirs is. */
export function spellingOf(lookup: Lookup): string {
  return lookup.verdict === 'other-system' ? lookup.spelling : dotted(lookup.asked);
}

/** The entry that a lookup has found, if it has found one. */
export function entryOf(lookup: Lookup): Entry | null {
  return 'entry' in lookup ? lookup.entry : null;
}
