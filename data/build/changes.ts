/** A table of changes between two releases, as `fy2027-changes.tsv` explains it in its head. */
import { type Code, parseCode } from '../code';
import { FormatError } from '../formats/format-error';

export type Change =
  | { readonly action: 'end'; readonly code: Code }
  | { readonly action: 'header'; readonly code: Code }
  | { readonly action: 'retitle'; readonly code: Code; readonly title: string }
  | {
      readonly action: 'add';
      readonly code: Code;
      readonly billable: boolean;
      readonly title: string;
      /** The sibling behind which it stands, where its place does not follow from sorting. */
      readonly after: Code | null;
    };

const COLUMNS = 'action\tcode\tflag\ttitle\tafter';

/** @throws FormatError naming the line that is no change */
export function parseChanges(text: string, file: string): readonly Change[] {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const [columns, ...rows] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (columns?.line !== COLUMNS)
    throw new FormatError(file, columns?.number ?? null, 'the column names are missing');
  return rows.map(({ line, number }) =>
    readChange(line.split('\t'), (reason) => {
      throw new FormatError(file, number, reason);
    }),
  );
}

function readChange(cells: readonly string[], fail: (reason: string) => never): Change {
  const [action, spelled = '', flag = '', title = '', after = ''] = cells;
  const code = readCode(spelled, fail);
  if (action === 'end' || (action === 'header' && flag === '0')) return { action, code };
  if (title === '') return fail(`no title for ${code}`);
  if (action === 'retitle') return { action, code, title };
  if (action !== 'add' || (flag !== '0' && flag !== '1')) return fail(`no such change: ${cells.join(' ')}`);
  return { action, code, billable: flag === '1', title, after: after === '' ? null : readCode(after, fail) };
}

function readCode(text: string, fail: (reason: string) => never): Code {
  const code = parseCode(text);
  return code !== null && code === text ? code : fail(`${JSON.stringify(text)} is no code`);
}
