import { cueOfCaption } from '../../../data/spotting/captions';
import { cuesIn } from '../../../data/spotting/cues';
import { type Candidate, mayCount } from '../../../data/spotting/decide';
import { nominate } from '../../../data/spotting/nominate';
import { plainColumn } from '../../../data/spotting/plain-columns';
import { type Caption, type Surroundings, weigh } from '../../../data/spotting/weigh';
import type { Container, InlineRun } from '../reading/inline-runs';
import type { Around, Captions } from './captions';

/** A candidate with where it stands in the page. */
export interface PageCandidate extends Candidate {
  readonly run: InlineRun;
  readonly around: Around;
}

/** A line that names the lines behind it is no longer. */
const LONGEST_LABEL = 60;

/**
 * The candidates that stand in a container itself, weighed.
 * @param runs those of the container, or some of them that follow each other
 * @param all also those that no answer of the release could make count
 */
export function candidatesIn(
  container: Container,
  runs: readonly InlineRun[],
  captions: Captions,
  all = false,
): PageCandidate[] {
  const found: PageCandidate[] = [];
  const around = captions.of(container);
  let label: Caption | null = null;
  for (const run of runs) {
    const { text } = run;
    const nominees = nominate(text);
    if (nominees.length === 0) {
      label = labelIn(text) ?? behind(label);
      continue;
    }
    const cues = cuesIn(text);
    for (const nominee of nominees) {
      const surroundings = label || text.includes('\n') ? inText(text, nominee.start, label, around) : around;
      const candidate = { text, run, around, nominee, weighed: weigh(text, nominee, cues, surroundings) };
      // What begins its cell or line tells what the others of the column or list are.
      if (all || mayCount(candidate) || nominee.start === 0) found.push(candidate);
    }
    label = behind(label);
  }
  return found;
}

/** Of a text of several lines, or behind a line that is its label, that comes before what stands around it. */
function inText(text: string, offset: number, label: Caption | null, around: Around): Surroundings {
  return {
    column() {
      const head = text.includes('\n') ? plainColumn(text, offset) : null;
      return (head ? cueOfCaption(head) : null) ?? around.column();
    },
    others: () => (label ? [label, ...around.others().filter(isOfRow)] : around.others()),
  };
}

/** A line before a line break that says what the next ones are: “Diagnoses:”. */
function labelIn(text: string): Caption | null {
  const line = text.trim();
  const cue = line.length <= LONGEST_LABEL ? cueOfCaption(line) : null;
  return cue && { position: 'key', cue };
}

/** Of the lines after the next one it is the heading. */
function behind(label: Caption | null): Caption | null {
  return label && { position: 'heading', cue: label.cue };
}

function isOfRow({ position }: Caption): boolean {
  return position === 'row';
}
