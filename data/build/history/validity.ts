import { type Code, parseCode } from '../../code';
import { FormatError } from '../../formats/format-error';
import type { HistoryRelease } from '../../history/history';

/** In which releases a code was billable (`1`), a header (`0`), or absent (`-`): one mark a release. */
export interface Validity {
  readonly releases: readonly HistoryRelease[];
  /** By spelling, as in the table. */
  readonly marks: ReadonlyMap<Code, string>;
}

const RELEASE = /^(FY\d{4})(?:-(Jan|Apr))?\((\d{4}-\d\d-\d\d)\)$/;

/** As `Release.name` spells them. */
const MONTHS: Readonly<Record<string, string>> = { Jan: ' January', Apr: ' April' };

/**
 * Reads the table of validity: a column of codes, then one column a release, `FY2022-Apr(2022-04-01)`.
 * @param file its name, for error messages
 * @throws FormatError when the text is no such table
 */
export function parseValidity(text: string, file: string): Validity {
  const [head = '', ...lines] = text.split('\n');
  const releases = head.split('\t').slice(1).map(readRelease);
  const marks = new Map<Code, string>();
  for (const [index, line] of lines.entries()) {
    if (line === '' && index === lines.length - 1) continue;
    const [code = '', ...cells] = line.split('\t');
    if (parseCode(code) !== code || cells.length !== releases.length || !/^[10-]+$/.test(cells.join('')))
      throw new FormatError(file, index + 2, 'not a code with one mark for each release');
    marks.set(code as Code, cells.join(''));
  }
  return { releases, marks };

  function readRelease(cell: string): HistoryRelease {
    const [, year, month = '', from] = RELEASE.exec(cell) ?? [];
    if (year === undefined || from === undefined)
      throw new FormatError(file, 1, `${JSON.stringify(cell)} names no release with its day`);
    return { name: `${year}${MONTHS[month] ?? ''}`, from };
  }
}
