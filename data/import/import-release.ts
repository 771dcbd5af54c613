import { type Assembled, assemble } from '../assemble/assemble';
import { type EncodedRelease, encodeRelease } from '../assemble/encode-release';
import type { ReleaseRow } from '../assemble/release-row';
import type { Code } from '../code';
import { type Edition, editionFacts } from '../edition';
import { FormatError } from '../formats/format-error';
import type { IndexTerms } from '../index-terms';
import type { Outline, Release, Shard } from '../release';
import { checkOrder } from './check-order';
import { compare } from './compare';
import { guessEdition } from './guess-edition';
import { countUnlisted, joinNotes } from './join-notes';
import { joinTerms } from './join-terms';
import type { PresentRelease } from './present';
import { type Parts, readParts } from './read-parts';
import type { ImportReport } from './report';
import { sourcesOf } from './sources';
import { findFiles, type GivenFile } from './unpack';
import type { Work } from './work';
import { zipReports } from './zip-reports';

/** A release made from official files, complete and checked, but not stored. */
export interface ImportedRelease extends EncodedRelease {
  readonly outline: Outline;
  readonly decoded: readonly Shard[];
  readonly terms: IndexTerms;
  readonly report: ImportReport;
}

/**
 * Makes a release from official files; what they lack is taken from the present one.
 * @throws FormatError when a file is damaged or the files don't fit together; the signal's reason when cancelled
 */
export async function importRelease(
  given: readonly GivenFile[],
  present: PresentRelease,
  work: Work,
): Promise<ImportedRelease> {
  const zips = zipReports();
  const parts = await readParts(await findFiles(given, work, zips.add), work);
  const files = [...zips.reports, ...parts.reports];
  if (!parts.order && parts.tabulars.length === 0 && !parts.index) throw nothingFound(given, parts);
  await work.step('joining', 0);
  const presentRows = present.shards.flatMap(({ nodes }) => nodes);
  const rows = parts.order ? parts.order.content.rows.map(rowOf) : presentRows.map(rowOf);
  const codes = new Set(rows.map(({ code }) => code));
  const has = (code: string) => codes.has(code as Code);

  const orderWarnings = checkOrder(parts, present);
  const notes = joinNotes(parts.tabulars, present);
  const { terms, facts, ...index } = joinTerms(parts.index, present, has);
  const { edition, from } = guessEdition(parts, present.release);
  await work.step('joining', 0.2);
  const assembled = join(rows, notes.tabular, parts);
  await work.step('joining', 0.7);
  const encoded = await encodeRelease(
    {
      system: 'ICD-10-CM',
      ...editionFacts(edition),
      notesAsOf: notes.asOf,
      ...(facts && { index: facts }),
      sources: sourcesOf(parts, present.release),
    },
    assembled,
  );
  await work.step('joining', 1);
  return {
    ...encoded,
    outline: assembled.outline,
    decoded: assembled.shards,
    terms,
    report: {
      files,
      release: encoded.release,
      edition,
      editionFrom: from,
      present: present.release,
      missing: [...noOrder(parts, present.release), ...notes.missing, ...index.missing],
      warnings: [...orderWarnings, ...notes.warnings, ...unlisted(parts, has), ...index.warnings],
      differences: compare(presentRows, rows),
    },
  };
}

/** The same release under another edition: its content, and so its hash, does not depend on it. */
export function withEdition(release: Release, edition: Edition): Release {
  return { ...release, ...editionFacts(edition) };
}

function rowOf({ code, billable, title }: ReleaseRow): ReleaseRow {
  return { code, billable, title };
}

function join(rows: readonly ReleaseRow[], tabular: Parameters<typeof assemble>[1], parts: Parts): Assembled {
  try {
    return assemble(rows, tabular);
  } catch (error) {
    // Files that are right by themselves need not fit: a list without the first category, scattered rows.
    const reason = error instanceof Error ? error.message : String(error);
    const path = parts.order?.path ?? parts.tabulars[0]?.path ?? '';
    throw new FormatError(path, null, `the files don’t fit together: ${reason}`);
  }
}

function noOrder({ order }: Parts, present: Release): string[] {
  return order
    ? []
    : [`No order file in these files: codes, titles and flags stay those of ${present.name}.`];
}

function unlisted(parts: Parts, has: (code: string) => boolean): string[] {
  const count = countUnlisted(parts.tabulars, has);
  if (count === 0) return [];
  return [
    `${count.toLocaleString('en-US')} ${count === 1 ? 'code' : 'codes'} of the tabular list not in this release: left out with what is said of them.`,
  ];
}

function nothingFound(given: readonly GivenFile[], parts: Parts): FormatError {
  const names = given.map(({ name }) => name).join(', ');
  const seen = parts.reports.map(({ path, says }) => `${path} (${says})`).slice(0, 5);
  return new FormatError(
    names,
    null,
    `no order file, tabular list or alphabetic index of ICD-10-CM is in ${given.length === 1 ? 'this file' : 'these files'}${seen.length > 0 ? `; found: ${seen.join('; ')}` : ''}`,
  );
}
