import type { Choice, CodeTitle, EndPoint, Lookup } from '../../data/lookup/answer';
import { day } from '../day';
import { type CodeLine, CodeList } from './CodeList';

interface Props {
  readonly lookup: Lookup;
  readonly onOpen: (text: string) => void;
}

/** Above this many codes the choices for the next character are listed instead, each with its count. */
const LONGEST_LIST = 20;

/** What to use instead of a code that can't be billed; of a range its two ends. */
export function Replacements({ lookup, onOpen }: Props) {
  const list = listOf(lookup);
  return list && list.lines.length > 0 ? <CodeList {...list} onOpen={onOpen} /> : null;
}

function listOf(lookup: Lookup): { heading: string; lines: readonly CodeLine[] } | null {
  switch (lookup.verdict) {
    case 'billable':
      return lookup.change && { heading: `From ${day(lookup.change.on)}`, lines: lookup.change.use };
    case 'header':
      return replacements('Replacement codes', lookup.replacements, lookup.choices);
    case 'incomplete':
      return {
        heading: `Complete codes (${lookup.completions.length})`,
        lines: lookup.completions.map(({ code, title, extension }) => ({
          code,
          title: extension?.text ?? title,
        })),
      };
    case 'deleted':
      return lookup.successors.length > 0
        ? { heading: 'Published successor', lines: lookup.successors }
        : {
            heading: lookup.hasSuccessorList ? 'No published successor. Codes beside it' : 'Codes beside it',
            lines: lookup.siblings.map(lineOf),
          };
    case 'not-yet':
      return null;
    case 'other-system':
      return { heading: 'Suggestion: look in ICD-10-CM at', lines: lookup.look };
    case 'unknown':
      return lookup.nearest && { heading: 'It begins with this code', lines: [lookup.nearest] };
    case 'range':
      return { heading: 'From the first to the last', lines: [endLine(lookup.first), endLine(lookup.last)] };
  }
}

function endLine({ code, title, exists }: EndPoint): CodeLine {
  return exists ? { code, title } : { code, title, remark: 'no code on the date of service' };
}

function replacements(heading: string, codes: readonly CodeTitle[], choices: readonly Choice[]) {
  return codes.length <= LONGEST_LIST
    ? { heading: `${heading} (${codes.length})`, lines: codes }
    : { heading: `${heading} (${codes.length}) by next character`, lines: choices.map(lineOf) };
}

function lineOf({ code, title, billable, leads }: Choice): CodeLine {
  return billable ? { code, title } : { code, title, remark: leads === 1 ? '1 code' : `${leads} codes` };
}
