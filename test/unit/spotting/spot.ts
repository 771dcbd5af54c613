import { cueOfCaption } from '../../../data/spotting/captions';
import { cuesIn } from '../../../data/spotting/cues';
import { nominate } from '../../../data/spotting/nominate';
import { ENOUGH } from '../../../data/spotting/points';
import { type Caption, type Weighed, weigh } from '../../../data/spotting/weigh';

/** Captions as they stand in a page: `{ column: 'Dx', key: 'ICD-9' }`. */
export type Captions = Partial<Record<Caption['position'], string>>;

/** What has the shape of a code in a text, each with what speaks for and against it; the release is not asked. */
export function weighAll(text: string, captions: Captions = {}): [string, Weighed][] {
  const { column = '', ...others } = captions;
  const surroundings = {
    column: () => cueOfCaption(column),
    others: () =>
      Object.entries(others).flatMap(([position, caption]) => {
        const cue = cueOfCaption(caption);
        return cue ? [{ position, cue } as Caption] : [];
      }),
  };
  const cues = cuesIn(text);
  return nominate(text).map((nominee) => [
    text.slice(nominee.start, nominee.end),
    weigh(text, nominee, cues, surroundings),
  ]);
}

/** The texts that count as codes by themselves, if the release has them. */
export function spotted(text: string, captions?: Captions): string[] {
  return weighAll(text, captions)
    .filter(([, { points }]) => points >= ENOUGH)
    .map(([spelling]) => spelling);
}
