import { useContext, useRef } from 'preact/hooks';
import type { Lookup } from '../../data/lookup/answer';
import { type CopyFormat, copiedText } from '../copy-format';
import { entryOf, spellingOf, titleOf } from '../verdict';
import { CopyButton } from './CopyButton';
import { CopyFormatContext } from './copy-format-context';
import { useCardKeys } from './use-card-keys';

/** Copies the code as it is printed, as claims systems want it, or with its title; Ctrl+C does as the settings say. */
export function CardCopy({ lookup }: { readonly lookup: Lookup }) {
  const preferred = useContext(CopyFormatContext);
  const row = useRef<HTMLParagraphElement>(null);
  useCardKeys(row, ({ key, ctrlKey, metaKey, altKey, shiftKey }) => {
    if (key.toLowerCase() !== 'c' || !(ctrlKey || metaKey) || altKey || shiftKey) return false;
    // What is selected is what the user means, in the card or beside it.
    if (getSelection()?.toString()) return false;
    row.current?.querySelector<HTMLElement>('.preferred button')?.click();
    return true;
  });
  const ways = waysOf(lookup);
  const likely = ways.find(({ format }) => format === preferred) ?? ways[0];
  return (
    <p class="copy-row" ref={row}>
      <span aria-hidden="true">Copy</span>
      {ways.map(({ format, text, label, name }) => (
        <span key={format} class={format === likely?.format ? 'preferred' : undefined}>
          <CopyButton label={name} text={text} {...(format === likely?.format && { keys: 'Control+C' })}>
            {label}
          </CopyButton>
        </span>
      ))}
    </p>
  );
}

interface Way {
  readonly format: CopyFormat;
  readonly text: string;
  readonly label: string;
  readonly name: string;
}

/** The ways that differ: `I10` has no dot to leave out. */
function waysOf(lookup: Lookup): Way[] {
  const code = spellingOf(lookup);
  const entry = entryOf(lookup);
  // The title is that of the longest code that the asked one begins with.
  const title = !entry || entry.code === lookup.asked ? titleOf(lookup) : null;
  const undotted = copiedText(code, undefined, 'undotted');
  const ways: Way[] = [{ format: 'dotted', text: code, label: code, name: `Copy ${code}` }];
  if (undotted !== code) {
    ways.push({
      format: 'undotted',
      text: undotted,
      label: undotted,
      name: `Copy ${undotted}, without a dot`,
    });
  }
  if (title) {
    const text = copiedText(code, title, 'titled');
    ways.push({ format: 'titled', text, label: 'with title', name: `Copy with title: ${code}` });
  }
  return ways;
}
