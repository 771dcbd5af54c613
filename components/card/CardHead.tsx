import type { Lookup } from '../../data/lookup/answer';
import { entryOf, spellingOf } from '../verdict';
import { CopyButton } from './CopyButton';

/** The code as asked for, the official title of its entry, and copy. */
export function CardHead({ lookup }: { readonly lookup: Lookup }) {
  const code = spellingOf(lookup);
  const entry = entryOf(lookup);
  return (
    <header class="head">
      <h2>
        <span class="code">{code}</span> {entry?.title && <span class="title">{entry.title}</span>}
        {entry?.titleFrom && (
          <span class="remark">title as {entry.titleFrom} prints it; no official one is kept</span>
        )}
        {entry && !entry.title && <span class="remark">no source keeps the title of this ended code</span>}
      </h2>
      <div class="actions">
        <CopyButton label={`Copy code ${code}`} text={code}>
          Copy code
        </CopyButton>
        {entry?.title && entry.code === lookup.asked && (
          <CopyButton label={`Copy with title: ${code}`} text={`${code} ${entry.title}`}>
            Copy with title
          </CopyButton>
        )}
      </div>
    </header>
  );
}
