import { type Code, parseCode } from '../code';

/** What an order file and its addenda say about a code. */
export interface OrderEntry {
  readonly code: Code;
  readonly billable: boolean;
  readonly shortTitle: string;
  readonly title: string;
}

/** The columns of an entry, cut out but not yet judged. */
export interface OrderColumns {
  readonly code: string;
  readonly flag: string;
  readonly shortTitle: string;
  readonly title: string;
}

/**
 * Judges the columns of one entry.
 * @param fail throws the error for a reason; it knows the file and the line
 */
export function readOrderEntry(columns: OrderColumns, fail: (reason: string) => never): OrderEntry {
  const spelled = columns.code.trimEnd();
  const code = parseCode(spelled);
  if (code === null || code !== spelled) fail(`${JSON.stringify(spelled)} does not have the shape of a code`);
  if (columns.flag !== '0' && columns.flag !== '1') {
    fail(`the flag is ${JSON.stringify(columns.flag)}, neither 0 nor 1`);
  }
  const shortTitle = columns.shortTitle.trim();
  const title = columns.title.trim();
  if (shortTitle === '' || title === '')
    fail(`code ${spelled} has no ${title === '' ? 'long' : 'short'} title`);
  return { code: spelled as Code, billable: columns.flag === '1', shortTitle, title };
}
