import { type Cue, cuesIn, type FoundCue, type Sense } from './cues';

/** More different captions are hardly on a page; they are told anew then. */
const MOST_KEPT = 2_000;
const known = new Map<string, Cue | null>();
/** A name behind such a cue: "Huddle, room C22", "Claim 26308-0061". */
const NAME = /^\s*[:#]?\s*(?=[A-Z-]*\d)[A-Z0-9-]{3,}/;

/** What a caption says: nothing where it speaks of two things (“Procedure / Diagnosis”). */
export function cueOfCaption(text: string): Cue | null {
  let cue = known.get(text);
  if (cue !== undefined) return cue;
  cue = read(text);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, cue);
  return cue;
}

/** Whether a sense speaks for a diagnosis code. */
export function isPositive(sense: Sense): boolean {
  return sense === 'system' || sense === 'diagnosis' || sense === 'clinical';
}

function read(text: string): Cue | null {
  const { length } = text.replace(/[\s.:#]+$/, '');
  const all = cuesIn(text).filter(
    // Such words tell at the end of a caption what stands under it: "Drive firmware", "Part no."
    ({ cue, end }) =>
      cue.sense !== 'silent' &&
      !cue.isNoCaption &&
      (!cue.onlyRightBefore || end >= length) &&
      !(cue.hasNames && NAME.test(text.slice(end))),
  );
  const first = tellingOf(all)[0]?.cue;
  if (!first) return null;
  const isOneThing = tellingOf(all).every(({ cue }) => isPositive(cue.sense) === isPositive(first.sense));
  if (!isOneThing) return null;
  return all.find(({ cue }) => cue.sense === 'system')?.cue ?? first;
}

/** The name of a classification says more than “diagnosis”, and that more than “problem”. */
function tellingOf(all: readonly FoundCue[]): readonly FoundCue[] {
  const names = all.filter(({ cue }) => cue.sense === 'system' || cue.sense === 'other');
  const isOfProcedures = all.some(({ cue }) => cue.sense === 'other-undotted');
  if (names.length > 0 && !isOfProcedures) return names;
  const definite = all.filter(({ cue }) => cue.sense !== 'clinical');
  return definite.length > 0 ? definite : all;
}
