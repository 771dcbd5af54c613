import { dotted } from '../../data/code';
import { printSpan } from '../../data/code-span';
import { today } from '../../data/day';
import type { Lookup, RangeLookup } from '../../data/lookup/answer';
import { day } from '../day';
import { countOf, labelOf, VERDICT_SIGNS } from '../verdict';

/** Can it be billed on the date of service? In our words, set apart from the official text by its strip. */
export function VerdictLine({ lookup }: { readonly lookup: Lookup }) {
  return (
    <p class="verdict">
      <span class="sign" aria-hidden="true">
        {VERDICT_SIGNS[lookup.verdict]}
      </span>
      <strong>{labelOf(lookup)}</strong>
      <span class="reason">
        {lookup.readAs && (
          <span class="read-as">
            “{lookup.readAs.typed}” read as {dotted(lookup.asked)} ({lookup.readAs.mended.join(', ')}).{' '}
          </span>
        )}
        {lookup.asPrefix && <span class="read-as">{prefixOf(lookup)} </span>}
        {lookup.on !== today() && <span class="on">{inDays(`For date of service ${day(lookup.on)}. `)}</span>}
        {inDays(reasonOf(lookup))}
      </span>
      {lookup.alsoHcpcs && (
        <span class="hcpcs">HCPCS here? As a diagnosis it would be {dotted(lookup.asked)}</span>
      )}
    </p>
  );
}

/** A text whose days are not broken: `September 30, 2027`. */
function inDays(text: string) {
  return text
    .split(/([A-Z][a-z]+ \d{1,2}, \d{4})/)
    .map((part, index) => (index % 2 === 0 ? part : <span class="day">{part}</span>));
}

function reasonOf(lookup: Lookup): string {
  const { release, asked } = lookup;
  switch (lookup.verdict) {
    case 'billable':
      return lookup.change
        ? `${lookup.change.to === 'header' ? 'Header' : 'Deleted'} since ${day(lookup.change.on)}${lookup.change.use.length > 0 ? ', use the codes below' : ''}`
        : lookup.on > release.effectiveTo
          ? `As of ${release.name}, the last release here; it ends on ${day(release.effectiveTo)}`
          : `Valid from ${day(sinceOf(lookup))} to at least ${day(release.effectiveTo)}`;
    case 'header':
      return lookup.billableUntil
        ? `Billable until ${day(lookup.billableUntil)}; since then a heading over ${countOf(lookup.replacements.length)}`
        : `A heading over ${countOf(lookup.replacements.length)}`;
    case 'incomplete':
      if (/[^X]/.test(asked.slice(lookup.entry.code.length))) {
        return 'Not a code as it stands: the 7th character must be in 7th place, after placeholders X';
      }
      return lookup.billableUntil
        ? `Billable until ${day(lookup.billableUntil)}; since then ${countOf(lookup.completions.length)} complete it`
        : `${countOf(lookup.completions.length)} complete it`;
    case 'deleted':
      return lookup.wasBillable
        ? lookup.successors.length > 0
          ? 'Billable before; its successor is published'
          : lookup.hasSuccessorList
            ? 'Billable before; no successor is published'
            : 'Billable before; there is no list of successors for its last release here'
        : 'A header before, never billable';
    case 'not-yet':
      return lookup.on === today() ? 'Not a code today' : 'Not a code on that day';
    case 'other-system':
      return lookup.look.length > 0
        ? 'Not in ICD-10-CM. What follows is a suggestion of ours, nothing published'
        : 'Not in ICD-10-CM';
    case 'unknown':
      return `${dotted(asked)} is in no release of ICD-10-CM from FY2016 to ${release.name}`;
    case 'range':
      return rangeReason(lookup);
  }
}

/** How a prefix was read. */
function prefixOf({ asked, verdict }: Lookup): string {
  const spelling = printSpan({ kind: 'prefix', code: asked });
  switch (verdict) {
    case 'header':
    case 'incomplete':
      return `${spelling}: ${dotted(asked)} and all codes below it.`;
    case 'billable':
      return `${spelling}: no codes lie below ${dotted(asked)}.`;
    default:
      return `${spelling} read as ${dotted(asked)}.`;
  }
}

function rangeReason({ codes, billable, first, last, isReversed }: RangeLookup): string {
  const missing = [first, last].flatMap(({ code, exists }) => (exists ? [] : [dotted(code)]));
  const headers = codes - billable;
  return [
    `With ${headers === 1 ? '1 header' : `${headers.toLocaleString('en-US')} headers`}, in tabular order, to the last code below ${dotted(last.code)}`,
    ...(isReversed ? ['Written the other way round'] : []),
    ...missing.map((code) => `${code} is no code on the date of service: counted to where it would stand`),
  ].join('. ');
}

function sinceOf({ validity, on }: Lookup): string {
  return validity.findLast(({ from }) => from <= on)?.from ?? on;
}
