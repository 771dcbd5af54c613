import { type Code, categoryOf, parseCode } from '../code';
import { WHO_ICD10 } from './who-icd10-table';

/**
 * Where ICD-10-CM has what a code of the WHO's ICD-10 says that ICD-10-CM does not have.
 * @param code one that the release does not have: what it has is ICD-10-CM, whatever else it may be
 * @returns places to look, the nearest first, perhaps none; null when it is no such code as far as we know
 */
export function whoIcd10(code: Code): readonly Code[] | null {
  const listed = table().get(code);
  if (listed) return listed;
  const category = categoryOf(code);
  const fine = code.slice(3);
  const above = table().get(category);
  // The WHO has one character below the category, and optional fifth ones; all digits.
  if (above) return /^\d{1,2}$/.test(fine) ? above : null;
  return isPlaceOfOccurrence(category, fine) ? ([category, 'Y92'] as Code[]) : null;
}

/** All codes of the table, for tests and reports. */
export function whoCodes(): readonly Code[] {
  return [...table().keys()];
}

let parsed: ReadonlyMap<Code, readonly Code[]> | null = null;

/** The table, read when it is first asked for. */
function table(): ReadonlyMap<Code, readonly Code[]> {
  parsed ??= parseTable(WHO_ICD10);
  return parsed;
}

/** @throws Error when a line of the table has another form: our own mistake, found by the tests */
function parseTable(text: string): Map<Code, readonly Code[]> {
  const entries = new Map<Code, readonly Code[]>();
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const [codes, places] = line.split(' → ');
    if (codes === undefined || places === undefined) throw new Error(`no arrow in "${line}"`);
    const look = places === '–' ? [] : places.split(' ').map(mustParse);
    for (const code of codes.split(' ').flatMap(spelledOut)) entries.set(code, look);
  }
  return entries;
}

/** `B20.0-9` → B20.0, B20.1, … B20.9. */
function spelledOut(text: string): Code[] {
  const range = /^(\w\d\d\.)(\d)-(\d)$/.exec(text);
  if (!range) return [mustParse(text)];
  const [, stem = '', first = '', last = ''] = range;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    mustParse(`${stem}${Number(first) + index}`),
  );
}

function mustParse(text: string): Code {
  const code = parseCode(text);
  if (!code) throw new Error(`"${text}" has not the shape of a code`);
  return code;
}

/**
 * In the WHO's W00–Y34, but for Y06 and Y07, the fourth character says where it happened, .0 to .9; ICD-10-CM has
 * Y92 for that, and uses the fourth character of some of these categories for something else.
 */
function isPlaceOfOccurrence(category: Code, fine: string): boolean {
  if (category < 'W00' || category > 'Y34' || !/^[WXY]\d\d$/.test(category)) return false;
  if (!/^\d$/.test(fine) || NOT_WHO.has(category) || category === 'Y06' || category === 'Y07') return false;
  return !FOURTH_OF_CM.get(category)?.includes(fine);
}

/** The numbers between W00 and Y34 that the WHO has no category for. */
const NOT_WHO = new Set('W47 W48 W61 W62 W63 W71 W72 W82 W95 W96 W97 W98 X07 X55 X56'.split(' '));

/** The fourth characters that ICD-10-CM has in these categories, or had in a release since FY2016. */
const FOURTH_OF_CM = new Map(
  `W00.0129 W01.01 W05.012 W09.0128 W10.01289 W13.0123489 W16.0123456789 W17.012348 W18.01234 W20.018
W21.0123489 W22.018 W23.012 W24.01 W26.01289 W27.0123458 W29.012348 W30.012389 W31.012389 W32.01
W33.01 W34.01 W36.12389 W37.08 W40.0189 W42.09 W44.89 W45.01238 W46.01 W49.09 W50.01234 W53.0128
W54.018 W55.0123458 W56.0123458 W58.01 W59.0128 W86.018 W88.018 W89.0189
W90.0128 W93.0128 W94.0123 X00.0123458 X01.01348 X02.0123458 X03.01348 X06.0123 X08.0128 X10.012
X11.018 X13.01 X14.01 X15.01238 X36.01 X37.0123489 X39.08 X50.0139 X71.012389 X73.01289 X74.089
X77.012389 X78.01289 X81.018 X82.0128 X83.0128 X92.012389 X94.01289 X95.089 X96.0123489 X98.012389
X99.01289 Y02.018 Y03.08 Y04.0128 Y08.08 Y21.0123489 Y23.012389 Y24.089 Y27.012389 Y28.01289`
    .split(/\s/)
    .map((entry) => entry.split('.') as [category: string, fourth: string]),
);
