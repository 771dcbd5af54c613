/**
 * The ICD-10-CM order file, fixed width, as CMS and NCHS publish it: columns 1-5 order number, 7-13 code,
 * 15 flag (1 = valid for HIPAA-covered transactions), 17-76 short title, 78 to the end long title.
 */
import type { Code } from '../code';
import { FormatError } from './format-error';
import { type Line, LineSplitter } from './lines';
import { type OrderEntry, readOrderEntry } from './order-entry';

export interface OrderRow extends OrderEntry {
  /** Order number, from 1. */
  readonly order: number;
}

export interface OrderFile {
  readonly rows: readonly OrderRow[];
  /** How many rows are billable. A file cut between two lines shows only in its counts. */
  readonly billable: number;
}

/**
 * Reads a whole order file.
 * @param file its name, for error messages
 * @throws FormatError when the text is cut off or is no order file
 */
export function parseOrderFile(text: string, file: string): OrderFile {
  const parser = new OrderFileParser(file);
  parser.write(text);
  return parser.close();
}

/** Reads an order file in pieces. Both methods throw FormatError. */
export class OrderFileParser {
  readonly #lines: LineSplitter;
  readonly #rows: OrderRow[] = [];
  readonly #seen = new Set<Code>();
  #billable = 0;
  #blank: Line | null = null;

  constructor(private readonly file: string) {
    this.#lines = new LineSplitter(file, (line) => this.#read(line));
  }

  /** Rows read so far, for progress. */
  get count(): number {
    return this.#rows.length;
  }

  write(chunk: string): void {
    this.#lines.write(chunk);
  }

  close(): OrderFile {
    this.#lines.close();
    if (this.#rows.length === 0) throw new FormatError(this.file, null, 'the file holds no rows');
    return { rows: this.#rows, billable: this.#billable };
  }

  #read(line: Line): void {
    const fail = (reason: string): never => {
      const foreign = this.#rows.length === 0 ? `not an order file: ${reason}` : reason;
      throw new FormatError(this.file, line.number, foreign);
    };
    // Editors leave blank lines at the end; among the rows one is a row lost.
    if (line.text.trim() === '' && this.#rows.length > 0) {
      this.#blank ??= line;
      return;
    }
    if (this.#blank)
      throw new FormatError(this.file, this.#blank.number, 'a blank line stands among the rows');
    const row = readRow(line.text, this.#rows.length + 1, fail);
    // The long title is the last column: only where the short title repeats it is it known to be whole.
    if (!line.ended && row.title !== row.shortTitle) fail('the file ends in the middle of this row');
    if (this.#seen.has(row.code)) fail(`code ${row.code} stands here a second time`);
    this.#seen.add(row.code);
    if (row.billable) this.#billable += 1;
    this.#rows.push(row);
  }
}

/** The shortest row: all columns up to the first character of the long title. */
const LEAST_COLUMNS = 78;

/** Index of the columns that stay blank between two fields. */
const BLANKS = [5, 13, 15, 76];

function readRow(text: string, expected: number, fail: (reason: string) => never): OrderRow {
  if (text.trimStart().startsWith('<')) fail('this is markup, perhaps the error page of a server');
  if (text.length < LEAST_COLUMNS) {
    fail(`the line ends after ${text.length} of at least ${LEAST_COLUMNS} columns`);
  }
  const order = /^\d{5}$/.test(text.slice(0, 5)) ? Number(text.slice(0, 5)) : Number.NaN;
  if (Number.isNaN(order)) fail(`${JSON.stringify(text.slice(0, 5))} is not an order number`);
  for (const index of BLANKS) if (text[index] !== ' ') fail(`column ${index + 1} is not blank`);
  if (order !== expected) fail(`order number ${order} where ${expected} is due`);
  const entry = readOrderEntry(
    { code: text.slice(6, 13), flag: text.charAt(14), shortTitle: text.slice(16, 76), title: text.slice(77) },
    fail,
  );
  return { order, ...entry };
}
