/**
 * The addenda of an order file: what changed since the previous one. Lines `Add:`, `Delete:`, `Revise from:`
 * and `Revise to:`, then flag, code, short and long title; at the end the counts of headers and codes.
 */
import { FormatError } from './format-error';
import { type Line, LineSplitter } from './lines';
import { type OrderEntry, readOrderEntry } from './order-entry';

export interface OrderAddenda {
  readonly adds: readonly OrderEntry[];
  /** A code that became a header stands here with flag 1 and among the adds with flag 0. */
  readonly deletes: readonly OrderEntry[];
  readonly revisions: readonly Revision[];
  readonly headers: AddendaCounts;
  readonly codes: AddendaCounts;
}

interface Revision {
  readonly from: OrderEntry;
  readonly to: OrderEntry;
}

/** The closing counts of headers (flag 0) or of codes (flag 1). */
interface AddendaCounts {
  readonly before: number;
  readonly after: number;
  readonly additions: number;
  readonly deletions: number;
  readonly revisions: number;
}

/**
 * Reads the addenda of an order file, and checks them against their own closing counts.
 * @param file its name, for error messages
 * @throws FormatError when the text is cut off or is no order addenda
 */
export function parseOrderAddenda(text: string, file: string): OrderAddenda {
  const lines: Line[] = [];
  const splitter = new LineSplitter(file, (line) => lines.push(line));
  splitter.write(text);
  splitter.close();
  const closing = lines.findIndex((line) => line.text.trim() === 'Headers');
  const changes = readChanges(closing < 0 ? lines : lines.slice(0, closing), file);
  if (closing < 0) throw new FormatError(file, lines.length, 'the file ends before its closing counts');
  const [headers, codes] = readCounts(lines.slice(closing), file);
  const addenda = { ...changes, headers, codes };
  for (const flag of [false, true]) checkCounts(addenda, flag, file);
  return addenda;
}

type Changes = Pick<OrderAddenda, 'adds' | 'deletes' | 'revisions'>;

const CHANGE = /^(Add|Delete|Revise from|Revise to): +$/;

function readChanges(lines: readonly Line[], file: string): Changes {
  const adds: OrderEntry[] = [];
  const deletes: OrderEntry[] = [];
  const revisions: Revision[] = [];
  let from: OrderEntry | null = null;
  for (const { text, number } of lines) {
    if (text.trim() === '') continue;
    const fail = (reason: string): never => {
      throw new FormatError(file, number, reason);
    };
    const action = CHANGE.exec(text.slice(0, 13))?.[1];
    if (action === undefined) fail('not an order addenda line: it starts with no Add:, Delete: or Revise');
    const entry = readEntry(text, fail);
    if ((from !== null) !== (action === 'Revise to')) fail('a revision is not a pair of from and to');
    if (action === 'Add') adds.push(entry);
    if (action === 'Delete') deletes.push(entry);
    if (from !== null) revisions.push({ from, to: entry });
    from = action === 'Revise from' ? entry : null;
  }
  if (from !== null) throw new FormatError(file, null, `the revision of ${from.code} has no "Revise to"`);
  return { adds, deletes, revisions };
}

function readEntry(text: string, fail: (reason: string) => never): OrderEntry {
  return readOrderEntry(
    {
      flag: text.charAt(13),
      code: text.slice(15, 22),
      shortTitle: text.slice(23, 83),
      title: text.slice(84),
    },
    fail,
  );
}

const COUNTS =
  /^Headers (\d+) headers in \S+ (\d+) headers in \S+ (\d+) additions (\d+) deletions (\d+) revisions .*? Codes (\d+) codes in \S+ (\d+) codes in \S+ (\d+) additions (\d+) deletions (\d+) revisions .*short title only$/;

function readCounts(lines: readonly Line[], file: string): [AddendaCounts, AddendaCounts] {
  const text = lines
    .flatMap((line) => line.text.trim().split(/\s+/))
    .filter((word) => word !== '')
    .join(' ');
  const numbers = COUNTS.exec(text)?.slice(1).map(Number);
  if (numbers === undefined)
    throw new FormatError(file, lines[0]?.number ?? null, 'the closing counts are cut off');
  const counts = (at: number): AddendaCounts => {
    const [before = 0, after = 0, additions = 0, deletions = 0, revisions = 0] = numbers.slice(at);
    return { before, after, additions, deletions, revisions };
  };
  return [counts(0), counts(5)];
}

function checkCounts(addenda: OrderAddenda, billable: boolean, file: string): void {
  const { before, after, ...said } = billable ? addenda.codes : addenda.headers;
  const found = {
    additions: addenda.adds.filter((entry) => entry.billable === billable).length,
    deletions: addenda.deletes.filter((entry) => entry.billable === billable).length,
    revisions: addenda.revisions.filter(({ to }) => to.billable === billable).length,
  };
  for (const key of ['additions', 'deletions', 'revisions'] as const) {
    if (found[key] === said[key]) continue;
    const what = billable ? 'codes' : 'headers';
    throw new FormatError(
      file,
      null,
      `the file counts ${said[key]} ${key} of ${what} and holds ${found[key]}`,
    );
  }
  if (before + said.additions - said.deletions !== after) {
    throw new FormatError(file, null, `${before} + ${said.additions} - ${said.deletions} is not ${after}`);
  }
}
