import type { Code } from '../../data/code';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { entryOf } from '../verdict';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { DateOfService } from './DateOfService';
import { Hierarchy } from './Hierarchy';
import { Notes } from './Notes';
import { PlainWords } from './PlainWords';
import { Replacements } from './Replacements';
import { Validity } from './Validity';
import { VerdictLine } from './VerdictLine';

interface Props {
  readonly lookup: Lookup;
  /** Opens another code's card in the place of this one. */
  readonly onOpen: (code: Code) => void;
  /** Sets the date of service, for this and all other cards; null for today. */
  readonly onDate: (on: Day | null) => void;
}

/** What the code set says of one code. The same in the page's card, the popup and the side panel. */
export function CodeCard({ lookup, onOpen, onDate }: Props) {
  const { release } = lookup;
  const entry = entryOf(lookup);
  return (
    <article class={`card ${lookup.verdict}`}>
      <CardHead lookup={lookup} />
      <VerdictLine lookup={lookup} />
      <Replacements lookup={lookup} onOpen={onOpen} />
      {entry && (
        <>
          <Hierarchy steps={entry.hierarchy} onOpen={onOpen} />
          <Notes entry={entry} asOf={release.notesAsOf} onOpen={onOpen} />
        </>
      )}
      <Validity lookup={lookup} />
      {entry?.plain && <PlainWords words={entry.plain} />}
      <DateOfService on={lookup.on} onDate={onDate} />
      <CardFoot release={release} />
    </article>
  );
}
