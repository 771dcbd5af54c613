import type { Code } from '../../code';
import type { StoredEnded } from '../../history/stored';
import { placeEnded } from './tabular-place';
import type { TitleSource } from './title-sources';
import type { Validity } from './validity';

/**
 * Lists the codes that the last release has no more, in tabular place within their category: each with the title
 * that the newest source has for it.
 * @param rows the codes of the last release in tabular order
 * @param sources of long titles, oldest first
 * @param hcup titles of codes that ended before the oldest of them
 * @throws Error when a code that was billable once has no title
 */
export function listEnded(
  { marks }: Validity,
  rows: readonly Code[],
  sources: readonly TitleSource[],
  hcup: ReadonlyMap<Code, string>,
): readonly StoredEnded[] {
  const ended = [...marks].filter(([, own]) => own.endsWith('-')).map(([code]) => code);
  return [...placeEnded(rows, ended)].map(([code, after]): StoredEnded => {
    const title = sources.findLast(({ titles }) => titles.has(code))?.titles.get(code);
    if (title !== undefined) return [code, after, title];
    const other = hcup.get(code);
    if (other !== undefined) return [code, after, other, 'hcup'];
    if (marks.get(code)?.includes('1')) throw new Error(`no source has a title for ${code}`);
    return [code, after, null];
  });
}
