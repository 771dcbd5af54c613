import type { Verdict } from '../data/lookup';

/** What a verdict is called wherever it is shown: our words, not the release's. */
export const VERDICT_LABELS: Record<Verdict, string> = {
  billable: 'Billable',
  header: 'Not billable (header)',
  incomplete: 'Incomplete (needs 7th character)',
  unknown: 'Not a code of this release',
};

/** A shape for each, so that no verdict is told by colour alone. */
export const VERDICT_SIGNS: Record<Verdict, string> = {
  billable: '✓',
  header: '⊘',
  incomplete: '…',
  unknown: '?',
};
