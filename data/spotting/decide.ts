import type { Nominee } from './nominate';
import { placeOf } from './place';
import { CATEGORY_POINTS, ENOUGH, LIST_POINTS, PLACE_POINTS } from './points';
import type { Reason, Weighed } from './weigh';

/** The most that the release and the neighbours can add; below `ENOUGH` by more than this nothing is asked. */
const MOST_ADDED = LIST_POINTS + CATEGORY_POINTS.undotted + PLACE_POINTS.alone;

/** A nominee of a text with all that speaks for and against it so far. */
export interface Candidate {
  readonly text: string;
  readonly nominee: Nominee;
  readonly weighed: Weighed;
}

/** Whether a candidate may yet count, so that it is worth asking the release for it. */
export function mayCount({ weighed }: Candidate): boolean {
  return weighed.points + MOST_ADDED >= ENOUGH;
}

export function counts(weighed: Weighed): boolean {
  return weighed.points >= ENOUGH;
}

export function withReason(weighed: Weighed, ...reasons: readonly Reason[]): Weighed {
  const told = reasons.filter(({ points }) => points !== 0);
  return {
    ...weighed,
    points: told.reduce((sum, { points }) => sum + points, weighed.points),
    reasons: [...weighed.reasons, ...told],
  };
}

/** What stands between the codes of a list: marks, "and", and other codes. */
const LIST_GAP =
  /^(?:[\s,;/&+*†()[\]"'–•›»→×✕>-]|(?:and|or|vs|versus|not|plus|und|oder|y|et|e|with|M?CC|HCC)(?![A-Za-zÀ-ɏ])\.?|[A-Z](?:\d[0-9A-Z]|[A-Z]\d)(?:\.?[0-9A-Zx]{1,4})?(?![A-Za-zÀ-ɏ0-9]))*$/;

/** Whether two nominees of a text stand in one list: nothing but marks and codes between them. */
export function areOneList(text: string, a: Nominee, b: Nominee): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const gap = text.slice(first.end, second.start);
  // The next line of a table in plain text begins with another field.
  return LIST_GAP.test(gap) && !/[,;|]\s*\n/.test(gap);
}

/** What stands between two codes of a list that follow each other: marks, or the letter or number of the next line. */
const NEXT_GAP = /^[\s,;/|&+*†•'"’()[\]]*(?:(?:[A-L]|\d{1,2})[.):]\s*)?$/;

/** Whether the second of two nominees of a text is the next of a list of codes, with nothing else between them. */
export function isNextInList(text: string, { end }: Nominee, { start }: Nominee): boolean {
  const gap = text.slice(end, start);
  return gap !== '' && NEXT_GAP.test(gap);
}

/** Whether a page would print both in one list: all codes of a list have a dot, or none has. */
export function areAlike(a: Nominee, b: Nominee): boolean {
  const [shape, other] = [a.shape, b.shape];
  return shape === 'short' || other === 'short' || (shape === 'dotted') === (other === 'dotted');
}

/** The reason that a neighbour which counts gives, with what the candidate's own place adds to it. */
export function neighbourReasons(
  { text, nominee, weighed }: Candidate,
  rule: string,
  points: number,
): Reason[] {
  const hasPlace = weighed.reasons.some((reason) => reason.rule in PLACE_POINTS);
  const place = hasPlace || nominee.shape === 'dotted' ? null : placeOf(text, nominee);
  return [{ rule, points }, ...(place ? [{ rule: place, points: PLACE_POINTS[place] }] : [])];
}
