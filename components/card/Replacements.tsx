import { areToBeChosenFrom } from '../../data/chooser/listing';
import type { Choice, EndPoint, Lookup } from '../../data/lookup/answer';
import { day } from '../day';
import { Chooser } from './Chooser';
import { type CodeLine, CodeList } from './CodeList';

interface Props {
  readonly lookup: Lookup;
  /** The answers that are given in the chooser, by their keys. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onOpen: (text: string) => void;
}

/** What to use instead of a code that can't be billed; of a range its two ends. */
export function Replacements({ lookup, chosen, onChoose, onOpen }: Props) {
  if (lookup.verdict === 'header' && areToBeChosenFrom(lookup.below, lookup.replacements)) {
    return <Chooser lookup={lookup} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />;
  }
  const list = listOf(lookup);
  return list && list.lines.length > 0 ? <CodeList {...list} onOpen={onOpen} /> : null;
}

function listOf(lookup: Lookup): { heading: string; lines: readonly CodeLine[] } | null {
  switch (lookup.verdict) {
    case 'billable':
      return lookup.change && { heading: `From ${day(lookup.change.on)}`, lines: lookup.change.use };
    case 'header':
      return {
        heading: `Replacement codes (${lookup.replacements.length})`,
        lines: lookup.replacements,
      };
    case 'incomplete':
      return {
        heading: `Complete codes (${lookup.completions.length})`,
        lines: lookup.completions.map(({ code, title, extension }) => ({
          code,
          title: extension?.text ?? title,
          wholeTitle: title,
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

function lineOf({ code, title, billable, leads }: Choice): CodeLine {
  return billable ? { code, title } : { code, title, remark: leads === 1 ? '1 code' : `${leads} codes` };
}
