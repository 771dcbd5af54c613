import { useContext } from 'preact/hooks';
import type { Lookup } from '../../data/lookup/answer';
import { copiedText } from '../copy-format';
import { entryOf, spellingOf, titleOf } from '../verdict';
import { CopyButton } from './CopyButton';
import { CopyFormatContext } from './copy-format-context';

/** The code or range as asked for, its official title, and copy. */
export function CardHead({ lookup }: { readonly lookup: Lookup }) {
  const format = useContext(CopyFormatContext);
  const code = spellingOf(lookup);
  const entry = entryOf(lookup);
  const title = titleOf(lookup);
  return (
    <header class="head">
      <h2>
        <span class="code">{code}</span> {title && <span class="title">{title}</span>}
        {entry?.titleFrom && (
          <span class="remark">title as {entry.titleFrom} prints it; no official one is kept</span>
        )}
        {entry && !title && <span class="remark">no source keeps the title of this ended code</span>}
      </h2>
      <div class="actions">
        <CopyButton label={`Copy code ${code}`} text={copiedText(code, title ?? undefined, format)}>
          Copy code
        </CopyButton>
        {title && (!entry || entry.code === lookup.asked) && (
          <CopyButton label={`Copy with title: ${code}`} text={`${code} ${title}`}>
            Copy with title
          </CopyButton>
        )}
      </div>
    </header>
  );
}
