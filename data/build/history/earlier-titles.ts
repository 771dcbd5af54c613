import type { Code } from '../../code';
import { dayBefore } from '../../day';
import type { StoredTitle } from '../../history/stored';
import type { TitleSource } from './title-sources';

/**
 * Finds the titles that codes of the last release had before, by comparing each source with the next that has the
 * code. Where sources skip a release between, the day is that of the first October release between: titles are
 * revised once a year, with it.
 * @param sources oldest first; the last of them is the release itself
 * @param releases the days on which releases came into force, oldest first
 */
export function findEarlierTitles(
  sources: readonly TitleSource[],
  releases: readonly string[],
): ReadonlyMap<Code, readonly StoredTitle[]> {
  const found = new Map<Code, readonly StoredTitle[]>();
  for (const code of sources.at(-1)?.titles.keys() ?? []) {
    const having = sources.filter(({ titles }) => titles.has(code));
    const changes = having.flatMap((source, index): StoredTitle[] => {
      const next = having[index + 1];
      const title = source.titles.get(code) ?? '';
      return next === undefined || next.titles.get(code) === title
        ? []
        : [[title, ...boundary(source.from, next.from, releases)]];
    });
    if (changes.length > 0) found.set(code, changes);
  }
  return found;
}

/** The last day of the old title, when it stood from one day and another title from a later one. */
function boundary(old: string, changed: string, releases: readonly string[]): [string] | [string, 'about'] {
  const between = releases.filter((day) => old < day && day < changed);
  if (between.length === 0) return [dayBefore(changed)];
  const october = between.find((day) => day.endsWith('-10-01'));
  return [dayBefore(october ?? changed), 'about'];
}
