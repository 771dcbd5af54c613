import { useContext, useId } from 'preact/hooks';
import { type Code, dotted } from '../../data/code';
import { copiedText } from '../copy-format';
import { CopyButton } from './CopyButton';
import { CopyFormatContext } from './copy-format-context';

export interface CodeLine {
  readonly code: Code;
  /** Official text. */
  readonly title: string;
  /** Its official title, where what is shown is a part of that. */
  readonly wholeTitle?: string;
  /** Our words about it, set apart. */
  readonly remark?: string;
}

interface Props {
  readonly heading: string;
  readonly lines: readonly CodeLine[];
  readonly onOpen: (text: string) => void;
}

/** A list of codes, each of which opens its card and can be copied. */
export function CodeList({ heading, lines, onOpen }: Props) {
  const id = useId();
  const format = useContext(CopyFormatContext);
  return (
    <section class="codes" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ul>
        {lines.map(({ code, title, wholeTitle = title, remark }) => (
          <li key={code}>
            <button type="button" class="open" data-code={dotted(code)} onClick={() => onOpen(dotted(code))}>
              <span class="code">{dotted(code)}</span> <span class="title">{title}</span>
              {remark && <span class="remark"> {remark}</span>}
            </button>
            {!remark && (
              <CopyButton label={`Copy ${dotted(code)}`} text={copiedText(dotted(code), wholeTitle, format)}>
                Copy
              </CopyButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
