import { readSheet } from 'read-excel-file/node';
import { type Code, parseCode, parseCodeText } from '../../code';
import { FormatError } from '../../formats/format-error';

/** A row of the conversion table: a new code, and what was used for it until the day before `from`. */
export interface Conversion {
  readonly code: Code;
  /** The day from which the code is valid. */
  readonly from: string;
  /** The codes that the row names, and the end points of the ranges that it names. */
  readonly previous: readonly PreviousRange[];
}

/** A single code has itself at both ends. */
export interface PreviousRange {
  readonly first: Code;
  readonly last: Code;
}

/** Whether a row names a code as one of the previous, by itself or within a range (by spelling). */
export function names({ previous }: Conversion, code: Code): boolean {
  return previous.some(({ first, last }) => first <= code && (code <= last || code.startsWith(last)));
}

/**
 * Reads the official conversion table: a notice, column names, then one row a code.
 * @throws FormatError when the sheet is no such table, or a row has no code or day
 */
export async function readConversionTable(path: string): Promise<readonly Conversion[]> {
  const [, names, ...rows] = await readSheet(path);
  if (!/^current code/i.test(String(names?.[0])) || !/^previous code/i.test(String(names?.[2])))
    throw new FormatError(path, 2, 'these are not the column names of the conversion table');
  return rows.map(([current, effective, previous], index) => {
    const code = parseCode(String(current));
    const from = effectiveDay(effective);
    if (code === null || from === null)
      throw new FormatError(
        path,
        index + 3,
        `no code with its day: ${String(current)}, ${String(effective)}`,
      );
    return { code, from, previous: readPrevious(String(previous ?? '')) };
  });
}

/**
 * The day that an "Effective" cell means. By the table's notice a year is October 1 of that year; other days are
 * dates, which the sheet holds as days since 1899-12-30.
 */
export function effectiveDay(cell: unknown): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number' && !/^\d+$/.test(String(cell))) return null;
  const number = Number(cell);
  if (number >= 2015 && number < 2100) return `${number}-10-01`;
  return number > 40_000 && number < 80_000
    ? new Date(Date.UTC(1899, 11, 30 + number)).toISOString().slice(0, 10)
    : null;
}

/**
 * The codes in a "Previous Code(s)" cell: separated by commas, semicolons, `and`, `&`; a dash makes a range.
 * Prose (`None`, `Codes in Categories T15-T19`, `a code from R11-`) and prefixes (`I63.-`) name no code.
 */
export function readPrevious(cell: string): readonly PreviousRange[] {
  return cell.split(/[,;&]|\band\b/i).flatMap((part) => {
    const [first = null, last = first, ...more] = part.split('-').map((text) => parseCodeText(text));
    return first !== null && last !== null && more.length === 0 ? [{ first, last }] : [];
  });
}
