import { dotted } from '../../data/code';
import type { Lookup } from '../../data/lookup';
import { CopyButton } from './CopyButton';

/** The code as asked for, the official title of its entry, and copy. */
export function CardHead({ lookup }: { readonly lookup: Lookup }) {
  const code = dotted(lookup.asked);
  const entry = lookup.verdict === 'unknown' ? null : lookup.entry;
  return (
    <header class="head">
      <h2>
        <span class="code">{code}</span>
        {entry && <span class="title">{entry.title}</span>}
      </h2>
      <div class="actions">
        <CopyButton label={`Copy code ${code}`} text={code}>
          Copy code
        </CopyButton>
        {entry?.code === lookup.asked && (
          <CopyButton label={`Copy with title: ${code}`} text={`${code} ${entry.title}`}>
            Copy with title
          </CopyButton>
        )}
      </div>
    </header>
  );
}
