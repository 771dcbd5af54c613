/** What each kind of evidence is worth: the whole table. Cues and quirks stand in their own files. */
import type { Verdict } from '../lookup/answer';
import type { Sense } from './cues';
import type { Shape } from './nominate';

/** Where a caption stands to the text that a candidate is in. */
export type Position = 'column' | 'row' | 'key' | 'heading';

/** From so many points on a candidate counts as a code. */
export const ENOUGH = 2;

/** What a candidate is worth by itself: a dotted code of the release counts, others need evidence. */
export const SHAPE_POINTS: Readonly<Record<Shape, number>> = { dotted: 3, long: 0, undotted: -2, short: -3 };
export const LOWER_POINTS: Readonly<Record<Shape, number>> = {
  dotted: -1,
  long: -2,
  undotted: -3,
  short: -3,
};

/** What a cue is worth where it stands. */
export const CUE_POINTS: Readonly<Record<Position | 'before' | 'earlier' | 'behind', Record<Sense, number>>> =
  {
    // Nothing but marks and other codes between: "Dx: I10, E119".
    before: { system: 9, diagnosis: 6, clinical: 5, other: -9, 'other-undotted': -9, silent: 0 },
    // A label with words between, in the same sentence: "Dx: hypertension (I10)".
    earlier: { system: 3, diagnosis: 3, clinical: 2, other: -5, 'other-undotted': -5, silent: 0 },
    // "I10 (ICD-10-CM)"
    behind: { system: 6, diagnosis: 4, clinical: 0, other: -9, 'other-undotted': -9, silent: 0 },
    column: { system: 8, diagnosis: 6, clinical: 4, other: -9, 'other-undotted': -9, silent: 0 },
    row: { system: 6, diagnosis: 5, clinical: 4, other: -6, 'other-undotted': -6, silent: 0 },
    key: { system: 8, diagnosis: 6, clinical: 5, other: -9, 'other-undotted': -9, silent: 0 },
    heading: { system: 4, diagnosis: 4, clinical: 2, other: -4, 'other-undotted': -4, silent: 0 },
  };

/** A dotted code that is all of its cell, under the head of procedures, numbers or places. */
export const FOREIGN_COLUMN_POINTS = -6;
/** A quirk of the candidate shows it to be something else: see QUIRKS. */
export const QUIRK_POINTS = -8;
/** A letter and four digits spell HCPCS codes too. */
export const HCPCS_SHAPE_POINTS = -1;
/** A procedure is spoken of close by. */
export const HCPCS_NEAR_POINTS = -4;
/** Three characters at each end are less of a chance. */
export const RANGE_POINTS = 3;
/** ICD-9 has V and E codes of the same shape, and the text speaks of ICD-9. */
export const ICD9_POINTS = -9;
/** Body temperatures are printed so, and the codes of that shape all need more characters to be billed. */
export const TEMPERATURE_POINTS = -4;
/** So are versions and the codes of ICD-9; no code of chapter 20 with V and one character behind the dot can be billed. */
export const VERSION_POINTS = -3;
/** How it stands in its line, where something else speaks for it. */
export const PLACE_POINTS = {
  alone: 2,
  'in brackets': 2,
  'begins the line': 1,
  'begins or ends a clause': 1,
} as const;
export type Place = keyof typeof PLACE_POINTS;

/** What the release adds: a code that it never had counts only behind a strong label or under a diagnosis head. */
export const VERDICT_POINTS: Partial<Readonly<Record<Verdict, number>>> = {
  'other-system': -4,
  unknown: -4.5,
};
/** Its official title stands beside it. */
export const TITLE_POINTS = 6;
/** It is the range of a block. */
export const BLOCK_POINTS = 1;
/** It is a range over several letters, or to the end of one, as those of chapters are. */
export const CHAPTER_POINTS = 2;
/** A code that counts stands beside it in a list: "E11.9, I10". */
export const LIST_POINTS = 5;
/** Another code of the text counts; three characters alone are more often something else. */
export const TEXT_POINTS: Readonly<Record<Shape, number>> = { dotted: 0, long: 3, undotted: 3, short: 1 };
/** A range, and another range of the text counts. */
export const RANGES_POINTS = 2;
/** It is of the same category. */
export const CATEGORY_POINTS: Readonly<Record<Shape, number>> = { dotted: 0, long: 4, undotted: 4, short: 2 };
/** Three characters, and at least two other codes of their category in the text: "G20 is now G20.A1 or G20.B1". */
export const FAMILY_POINTS = 5;
/** Three characters in brackets, as other codes of the text stand. */
export const MANNER_POINTS = 2;
/** Nothing but codes of the release stand in its list, of several categories and not all of the shape of HCPCS. */
export const CODES_ONLY_POINTS = 5;
/** Codes that count stand in the same column, or in the same place of the other lines of a list. */
export const SERIES_POINTS = 4;
