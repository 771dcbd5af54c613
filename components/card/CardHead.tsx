import { dotted } from '../../data/code';
import type { Lookup } from '../../data/lookup';
import { CopyButton } from './CopyButton';

/** The code as asked for, the official title of its entry, and copy. */
export function CardHead({ lookup }: { readonly lookup: Lookup }) {
  const code = dotted(lookup.asked);
  const entry = lookup.verdict === 'unknown' ? null : lookup.entry;
  return (
    <header class="head">
      <h1>
        <span class="code">{code}</span>
        {entry && <span class="title">{entry.title}</span>}
      </h1>
      <div class="actions">
        <CopyButton label={`Copy ${code}`} text={code}>
          Copy code
        </CopyButton>
        {entry?.code === lookup.asked && (
          <CopyButton label={`Copy ${code} with its title`} text={`${code} ${entry.title}`}>
            Copy with title
          </CopyButton>
        )}
      </div>
    </header>
  );
}
