import { tabularOf } from '../assemble/tabular-of';
import { FormatError } from '../formats/format-error';
import { type Tabular, walkDiags } from '../formats/tabular';
import { knownFile } from './known-files';
import type { PresentRelease } from './present';
import type { Part } from './read-parts';

/** The tabular list to be joined to the rows, and where it is from. */
export interface JoinedNotes {
  readonly tabular: Tabular;
  /** ISO day; the older one where chapters come from two lists. */
  readonly asOf: string;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Takes chapters, blocks and notes from the tabular lists in the files, and chapters that these lack from the
 * present release.
 * @throws FormatError when a chapter is in two of the files
 */
export function joinNotes(parts: readonly Part<Tabular>[], present: PresentRelease): JoinedNotes {
  const { release, outline, shards } = present;
  const kept = tabularOf(String(release.fiscalYear), outline, shards);
  if (parts.length === 0) {
    const missing = [
      `No notes in these files: notes, blocks and chapters stay those of ${nameOf(release.notesAsOf)}.`,
    ];
    return { tabular: kept, asOf: release.notesAsOf, missing, warnings: [] };
  }
  const given = givenChapters(parts);
  const chapters = kept.chapters.map((chapter) => given.get(chapter.number) ?? chapter);
  const unknown = [...given.keys()].filter(
    (number) => !kept.chapters.some((chapter) => chapter.number === number),
  );
  const lacking = kept.chapters.filter(({ number }) => !given.has(number)).map(({ number }) => number);
  const days = parts.map(({ sha256, content }) => dayOf(sha256, content.version) ?? release.notesAsOf).sort();
  const oldest = days[0] ?? release.notesAsOf;
  return {
    tabular: {
      version: parts[0]?.content.version ?? '',
      chapters: [...chapters, ...unknown.flatMap((number) => given.get(number) ?? [])],
    },
    asOf: lacking.length > 0 && release.notesAsOf < oldest ? release.notesAsOf : oldest,
    missing:
      lacking.length === 0
        ? []
        : [
            `The tabular list in these files lacks ${plural(lacking.length, 'chapter')} (${lacking.join(', ')}): their notes stay those of ${nameOf(release.notesAsOf)}.`,
          ],
    warnings:
      oldest < release.notesAsOf
        ? [
            `The notes in these files are those of ${nameOf(oldest)}, older than those in use, of ${nameOf(release.notesAsOf)}.`,
          ]
        : [],
  };
}

/** How many codes of the tabular lists are not in the release, seven-character codes aside. */
export function countUnlisted(parts: readonly Part<Tabular>[], has: (code: string) => boolean): number {
  return parts.reduce(
    (sum, { content }) => sum + [...walkDiags(content)].filter(({ code }) => !has(code)).length,
    0,
  );
}

function givenChapters(parts: readonly Part<Tabular>[]): Map<string, Tabular['chapters'][number]> {
  const chapters = new Map<string, Tabular['chapters'][number]>();
  for (const { path, content } of parts) {
    for (const chapter of content.chapters) {
      if (chapters.has(chapter.number))
        throw new FormatError(
          path,
          null,
          `chapter ${chapter.number} is in another of these files too: give the files of one release`,
        );
      chapters.set(chapter.number, chapter);
    }
  }
  return chapters;
}

/** A tabular list says its fiscal year and no day; April's are told by their hash. */
function dayOf(sha256: string, version: string): string | null {
  const known = knownFile(sha256)?.asOf;
  if (known) return known;
  return /^20\d\d$/.test(version) ? `${Number(version) - 1}-10-01` : null;
}

/** `2022-10-01` is the first day of FY2023. */
function nameOf(day: string): string {
  const year = Number(day.slice(0, 4));
  return day.endsWith('-10-01') ? `FY${year + 1}` : `FY${year} April`;
}

function plural(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
