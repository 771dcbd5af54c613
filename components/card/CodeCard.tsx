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
  /** The answers that are given in the chooser, by their keys. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** Opens another card in the place of this one: that of a code, prefix or range as it is printed, with dots. */
  readonly onOpen: (text: string) => void;
  /** Sets the date of service, for this and all other cards; null for today. */
  readonly onDate: (on: Day | null) => void;
}

/** What the code set says of one code, or of a range. The same in the page's card, the popup and the side panel. */
export function CodeCard({ lookup, chosen, onChoose, onOpen, onDate }: Props) {
  const { release } = lookup;
  const entry = entryOf(lookup);
  return (
    <article class={`card ${lookup.verdict}`}>
      <CardHead lookup={lookup} />
      <VerdictLine lookup={lookup} />
      <Replacements lookup={lookup} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
      {entry && (
        <>
          <Hierarchy steps={entry.hierarchy} onOpen={onOpen} />
          <Notes entry={entry} asOf={release.notesAsOf} onOpen={onOpen} />
        </>
      )}
      {lookup.verdict === 'range' && (
        <>
          <Hierarchy steps={lookup.hierarchy} onOpen={onOpen} />
          <Notes entry={lookup} asOf={release.notesAsOf} onOpen={onOpen} />
        </>
      )}
      <Validity lookup={lookup} />
      {entry?.plain && <PlainWords words={entry.plain} />}
      <DateOfService on={lookup.on} onDate={onDate} />
      <CardFoot release={release} />
    </article>
  );
}
