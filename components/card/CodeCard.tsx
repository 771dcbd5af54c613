import type { Code } from '../../data/code';
import type { Lookup } from '../../data/lookup';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { Hierarchy } from './Hierarchy';
import { Notes } from './Notes';
import { Replacements } from './Replacements';
import { VerdictLine } from './VerdictLine';

interface Props {
  readonly lookup: Lookup;
  /** Opens another code's card in the place of this one. */
  readonly onOpen: (code: Code) => void;
}

/** What the release says of one code. The same in the page's card, the popup and the side panel. */
export function CodeCard({ lookup, onOpen }: Props) {
  const { release } = lookup;
  return (
    <article class={`card ${lookup.verdict}`}>
      <CardHead lookup={lookup} />
      <VerdictLine lookup={lookup} />
      <Replacements lookup={lookup} onOpen={onOpen} />
      {lookup.verdict !== 'unknown' && (
        <>
          <Hierarchy steps={lookup.entry.hierarchy} onOpen={onOpen} />
          <Notes notes={lookup.entry.notes} asOf={release.notesAsOf} />
        </>
      )}
      <CardFoot release={release} />
    </article>
  );
}
