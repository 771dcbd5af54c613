import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Edition, editionFacts, FIRST_YEAR } from '../edition';
import { EmbeddedRelease } from '../embedded';
import { importRelease, withEdition } from '../import/import-release';
import type { PresentRelease } from '../import/present';
import type { ImportReport } from '../import/report';
import { INDEX_GAVE } from '../import/sources';
import { Work } from '../import/work';
import type { Shard } from '../release';
import { type Packed, packRelease } from './pack';
import { RELEASE_DIR } from './paths';

/**
 * Builds a release from official files with the importer of the options page, and prints its report. The terms
 * of the alphabetic index are read and counted, but not packed: packages hold none.
 * @param files paths of zips, or of what is in them
 * @param edition `FY2028` or `FY2028 April`; null for what the files are
 * @throws FormatError when the files can't be used; Error when the edition is none
 */
export async function buildFromFiles(files: readonly string[], edition: string | null): Promise<Packed> {
  const given = await Promise.all(
    files.map(async (path) => ({ name: basename(path), blob: await openAsBlob(path) })),
  );
  const imported = await importRelease(given, await embeddedRelease(), new Work());
  print(imported.report);
  const { index: _index, sources, ...about } = imported.release;
  const release = { ...about, sources: sources.filter(({ gave }) => gave !== INDEX_GAVE) };
  return packRelease({
    ...imported,
    release: edition === null ? release : withEdition(release, parseEdition(edition)),
  });
}

async function embeddedRelease(): Promise<PresentRelease> {
  const embedded = new EmbeddedRelease(() => readFile(join(RELEASE_DIR, 'release.zip')));
  const shards: Shard[] = [];
  for await (const shard of embedded.shards()) shards.push(shard);
  return { release: await embedded.release(), outline: await embedded.outline(), shards, terms: new Map() };
}

function parseEdition(text: string): Edition {
  const match = /^FY(20\d\d)( April)?$/.exec(text);
  const fiscalYear = Number(match?.[1]);
  if (!match || fiscalYear < FIRST_YEAR)
    throw new Error(`"${text}" is no edition such as "FY2028" or "FY2028 April"`);
  return { fiscalYear, april: match[2] !== undefined };
}

function print({
  files,
  release,
  edition,
  editionFrom,
  missing,
  warnings,
  differences,
  present,
}: ImportReport): void {
  for (const { path, says, used, asPublished } of files)
    console.log(`${path}: ${used ? '' : 'not used: '}${says}${asPublished ? ' (as published)' : ''}`);
  const { codes, billable } = release.counts;
  console.log(`${editionFacts(edition).name} (${editionFrom}): ${codes} codes, ${billable} billable`);
  for (const sentence of [...warnings, ...missing]) console.log(sentence);
  const lists = Object.entries(differences).map(([what, codes]) => `${what} ${codes.length}`);
  console.log(`compared with ${present.name}: ${lists.join(', ')}`);
}
