import { dotted } from '../../data/code';
import type { Day } from '../../data/day';
import type { Lookup } from '../../data/lookup/answer';
import { entryOf } from '../verdict';
import { CardCopy } from './CardCopy';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { DateOfService } from './DateOfService';
import { Hierarchy } from './Hierarchy';
import { type Fold, More } from './More';
import { Notes } from './Notes';
import { PlainWords } from './PlainWords';
import { Replacements } from './Replacements';
import { Synonyms } from './Synonyms';
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
  /** Where the card is shown folded at first; where there is room for all of it, nothing. */
  readonly fold?: Fold;
}

/** What the code set says of one code, or of a range. The same in the page's card, the popup and the side panel. */
export function CodeCard({ lookup, chosen, onChoose, onOpen, onDate, fold }: Props) {
  const rest = <Rest lookup={lookup} onOpen={onOpen} onDate={onDate} />;
  return (
    <article class={`card ${lookup.verdict}`}>
      <CardHead lookup={lookup} />
      <VerdictLine lookup={lookup} />
      <CardCopy lookup={lookup} />
      <Replacements lookup={lookup} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
      {fold ? (
        <More {...fold} what={restOf(lookup)}>
          {rest}
        </More>
      ) : (
        rest
      )}
    </article>
  );
}

/** All but what must be seen at the first glance. */
function Rest({ lookup, onOpen, onDate }: Pick<Props, 'lookup' | 'onOpen' | 'onDate'>) {
  const { release } = lookup;
  const entry = entryOf(lookup);
  const place = placeOf(lookup);
  return (
    <>
      {place && (
        <>
          <Hierarchy steps={place.hierarchy} onOpen={onOpen} />
          <Notes entry={place} asOf={release.notesAsOf} onOpen={onOpen} />
        </>
      )}
      {entry && <Synonyms code={dotted(entry.code)} />}
      <Validity lookup={lookup} />
      {entry?.plain && <PlainWords words={entry.plain} />}
      <DateOfService on={lookup.on} onDate={onDate} />
      <CardFoot release={release} />
    </>
  );
}

/** What has a place in the hierarchy, and notes. */
function placeOf(lookup: Lookup) {
  return lookup.verdict === 'range' ? lookup : entryOf(lookup);
}

function restOf(lookup: Lookup): string {
  return placeOf(lookup) ? 'hierarchy, notes, synonyms, date of service' : 'date of service, release';
}
