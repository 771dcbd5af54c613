import { isPositive } from './captions';
import type { Cue, FoundCue } from './cues';
import { cueBefore, cueBehind } from './governing';
import type { Nominee } from './nominate';
import { placeOf } from './place';
import {
  CUE_POINTS,
  FOREIGN_COLUMN_POINTS,
  HCPCS_NEAR_POINTS,
  HCPCS_SHAPE_POINTS,
  ICD9_POINTS,
  LOWER_POINTS,
  PLACE_POINTS,
  type Position,
  QUIRK_POINTS,
  RANGE_POINTS,
  SHAPE_POINTS,
  TEMPERATURE_POINTS,
  VERSION_POINTS,
} from './points';
import { quirkOf } from './quirks';

/** A cue in a text that says what a candidate is, though it stands in another cell, line or block. */
export interface Caption {
  readonly position: Position;
  readonly cue: Cue;
}

/** What was read around a text; each part is asked for only where it may decide. */
export interface Surroundings {
  /** What the head of its column says. */
  column(): Cue | null;
  /** What the cells beside it, the label before it and the heading above it say. */
  others(): readonly Caption[];
}

/** A rule that spoke for a candidate (points above 0) or against it. */
export interface Reason {
  readonly rule: string;
  readonly points: number;
}

export interface Weighed {
  readonly points: number;
  readonly reasons: readonly Reason[];
  /** Whether its nearest surroundings show it to be something else, so that no neighbour makes it a code. */
  readonly isQuirk: boolean;
}

/**
 * Weighs what a text and its surroundings say of a candidate; the release is not asked.
 * @param cues those of the text
 */
export function weigh(
  text: string,
  nominee: Nominee,
  cues: readonly FoundCue[],
  surroundings: Surroundings,
): Weighed {
  const { shape } = nominee;
  const isDotted = shape === 'dotted';
  const reasons: Reason[] = [{ rule: shape, points: SHAPE_POINTS[shape] }];
  let points = SHAPE_POINTS[shape];
  let isFavoured = false;
  const say = (rule: string, worth: number) => {
    if (worth === 0) return;
    reasons.push({ rule, points: worth });
    points += worth;
    isFavoured ||= worth >= 2;
  };
  const sayCue = (position: keyof typeof CUE_POINTS, { name, sense }: Cue) => {
    if (sense !== 'other-undotted' || !isDotted) say(`${name}, ${position}`, CUE_POINTS[position][sense]);
  };

  if (nominee.isLower) say('lower case', LOWER_POINTS[shape]);
  if (isLikeHcpcs(nominee)) say('shape of HCPCS', HCPCS_SHAPE_POINTS);
  if (nominee.to && !isDotted) say('range', RANGE_POINTS);
  if (isDotted && !nominee.to && /^T(?:3[4-9]|4[0-2])\d$/.test(nominee.code)) {
    say('like a temperature', TEMPERATURE_POINTS);
  }
  if (isDotted && !nominee.to && nominee.dashEnd === undefined && /^V\d{3}$/.test(nominee.code)) {
    say('like a version', VERSION_POINTS);
  }
  const quirk = quirkOf(text, nominee);
  if (quirk) say(quirk.name, QUIRK_POINTS);
  const isLabel = isOfLabel(nominee, cues);
  if (isLabel) say('part of a label', QUIRK_POINTS);
  if (isOfIcd9(nominee, cues)) say('V or E code in a text on ICD-9', ICD9_POINTS);

  const behind = cueBehind(text, nominee, cues);
  // What JSON, XML and HL7 write behind a code is of that code alone; what stands before it is another field.
  const before = behind?.isField ? null : cueBefore(text, nominee, cues);
  if (before) sayCue(before.position, before.cue);
  const isLabelled = before?.position === 'before';
  if (!isLabelled && !behind && isLikeHcpcs(nominee) && isProcedureNear(nominee, cues)) {
    say('procedure spoken of close by', HCPCS_NEAR_POINTS);
  }
  if (behind) sayCue(behind.position, behind.cue);
  if (!isLabelled && !behind) {
    weighSurroundings(text, nominee, surroundings, sayCue);
    if (isDotted && surroundings.column()?.sense === 'other-undotted' && placeOf(text, nominee) === 'alone') {
      say('column of something else', FOREIGN_COLUMN_POINTS);
    }
  }
  if (!isDotted && (isFavoured || nominee.to)) {
    const place = placeOf(text, nominee);
    // Under a heading stands much, in whole sentences too.
    const isPlaced = before !== null || behind !== null || place !== 'begins or ends a clause';
    if (place && isPlaced) say(place, PLACE_POINTS[place]);
  }
  return { points, reasons, isQuirk: quirk !== null || isLabel };
}

function weighSurroundings(
  text: string,
  nominee: Nominee,
  surroundings: Surroundings,
  sayCue: (position: Position, cue: Cue) => void,
): void {
  const column = surroundings.column();
  if (column) sayCue('column', column);
  // Under a head that says diagnoses only codes that ICD-9 has too can still be something else.
  const isDiagnosis = column?.sense === 'system' || column?.sense === 'diagnosis';
  if (isDiagnosis && !/^[VE]/.test(nominee.code)) return;
  let isNamed = false;
  for (const { position, cue } of surroundings.others()) {
    // Under a head that says something, other cells tell no more than the name of a classification.
    if (column && cue.sense !== 'system' && cue.sense !== 'other') continue;
    if (position === 'heading' && (isNamed || isDiagnosis)) continue;
    // What the first cell of a row says is not about words in the middle of a note.
    if (position === 'row' && nominee.shape === 'short' && !placeOf(text, nominee)) continue;
    isNamed ||= isPositive(cue.sense);
    sayCue(position, cue);
  }
}

/** "Dx2:" has the shape of a code itself. */
function isOfLabel({ start }: Nominee, cues: readonly FoundCue[]): boolean {
  return cues.some((found) => found.start <= start && start < found.end && isPositive(found.cue.sense));
}

function isLikeHcpcs({ shape, code }: Nominee): boolean {
  return shape === 'undotted' && /^[A-V]\d{4}$/.test(code);
}

/** ICD-9 has codes like V70.0 and E849.0, and no other look-alikes. */
function isOfIcd9({ code }: Nominee, cues: readonly FoundCue[]): boolean {
  if (!/^[VE]\d\d/.test(code)) return false;
  return cues.some(({ cue }) => cue.name === 'ICD-9') && !cues.some(({ cue }) => cue.sense === 'system');
}

/** How close is close, in characters. */
const NEAR = 40;

function isProcedureNear({ start, end }: Nominee, cues: readonly FoundCue[]): boolean {
  return cues.some(
    ({ cue, start: from, end: to }) =>
      cue.name === 'procedure or supply' && to > start - NEAR && from < end + NEAR,
  );
}
