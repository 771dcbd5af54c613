import type { Code } from '../../data/code';
import type { Choice, Lookup } from '../../data/lookup';
import { type CodeLine, CodeList } from './CodeList';

interface Props {
  readonly lookup: Lookup;
  readonly onOpen: (code: Code) => void;
}

/** Above this many codes the choices for the next character are listed instead, each with its count. */
const LONGEST_LIST = 20;

/** What to use instead of a code that can't be billed. */
export function Replacements({ lookup, onOpen }: Props) {
  switch (lookup.verdict) {
    case 'billable':
      return null;
    case 'header': {
      const { replacements, choices } = lookup;
      return replacements.length <= LONGEST_LIST ? (
        <CodeList
          heading={`Replacement codes (${replacements.length})`}
          lines={replacements}
          onOpen={onOpen}
        />
      ) : (
        <CodeList
          heading={`Replacement codes (${replacements.length}) by next character`}
          lines={choices.map(lineOf)}
          onOpen={onOpen}
        />
      );
    }
    case 'incomplete': {
      const lines = lookup.completions.map(({ code, title, extension }) => ({
        code,
        title: extension?.text ?? title,
      }));
      return <CodeList heading={`Complete codes (${lines.length})`} lines={lines} onOpen={onOpen} />;
    }
    case 'unknown':
      return (
        lookup.nearest && (
          <CodeList heading="It begins with this code" lines={[lookup.nearest]} onOpen={onOpen} />
        )
      );
  }
}

function lineOf({ code, title, billable, leads }: Choice): CodeLine {
  return billable ? { code, title } : { code, title, remark: leads === 1 ? '1 code' : `${leads} codes` };
}
