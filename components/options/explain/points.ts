import * as tables from '../../../data/spotting/points';

/** What a table of points is about, in words. */
const WORDS: Readonly<Record<string, string>> = {
  SHAPE_POINTS: 'shape',
  LOWER_POINTS: 'lower case',
  QUIRK_POINTS: 'shown to be something else by its nearest surroundings (below)',
  HCPCS_SHAPE_POINTS: 'shape of HCPCS',
  HCPCS_NEAR_POINTS: 'shape of HCPCS, procedure spoken of close by',
  RANGE_POINTS: 'range',
  ICD9_POINTS: 'V or E code in a text on ICD-9',
  FOREIGN_COLUMN_POINTS: 'column of something else',
  TEMPERATURE_POINTS: 'like a body temperature',
  PLACE_POINTS: 'place in its line, where something else speaks for it',
  VERDICT_POINTS: 'verdict of the release',
  TITLE_POINTS: 'official title beside it',
  BLOCK_POINTS: 'range of a chapter or block',
  LIST_POINTS: 'in a list with a code',
  TEXT_POINTS: 'another code in the text',
  RANGES_POINTS: 'another range in the text',
  CATEGORY_POINTS: 'another code of the same category in the text',
  SERIES_POINTS: 'in a column or list of codes',
};

/** The points that single rules give: all tables of the spotting rules, but for that of the cues. */
export function pointsOfRules(): { readonly rule: string; readonly points: number }[] {
  return Object.entries(tables).flatMap(([name, table]) => {
    if (!name.endsWith('_POINTS') || table === tables.CUE_POINTS) return [];
    const rule = WORDS[name] ?? name.replace('_POINTS', '').replaceAll('_', ' ').toLowerCase();
    if (typeof table === 'number') return [{ rule, points: table }];
    return Object.entries(table as Readonly<Record<string, number>>).map(([which, points]) => ({
      rule: `${rule}: ${which}`,
      points,
    }));
  });
}
