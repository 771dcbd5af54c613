import type { Lookup } from '../../data/lookup/answer';
import { entryOf, spellingOf, titleOf } from '../verdict';

/** The code or range as asked for, and its official title. */
export function CardHead({ lookup }: { readonly lookup: Lookup }) {
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
    </header>
  );
}
