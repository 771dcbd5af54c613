import { dotted } from '../../data/code';
import type { Lookup } from '../../data/lookup';
import { day } from '../day';
import { VERDICT_LABELS, VERDICT_SIGNS } from '../verdict';

/** Can it be billed? In our words, set apart from the official text by its strip. */
export function VerdictLine({ lookup }: { readonly lookup: Lookup }) {
  return (
    <p class="verdict">
      <span class="sign" aria-hidden="true">
        {VERDICT_SIGNS[lookup.verdict]}
      </span>
      <strong>{VERDICT_LABELS[lookup.verdict]}</strong>
      <span class="reason">{reason(lookup)}</span>
    </p>
  );
}

function reason(lookup: Lookup): string {
  const { release, asked } = lookup;
  switch (lookup.verdict) {
    case 'billable':
      return `Valid ${day(release.effectiveFrom)} to ${day(release.effectiveTo)} in ${release.name}`;
    case 'header':
      return `A heading over ${lookup.replacements.length} billable codes`;
    case 'incomplete':
      return asked === lookup.entry.code
        ? `${lookup.completions.length} codes complete it`
        : `Not a code as it stands. The 7th character must be in 7th place, after placeholders X`;
    case 'unknown':
      return `${dotted(asked)} is not in ICD-10-CM ${release.name}`;
  }
}
