import { type Edition, editionOf } from '../edition';
import type { Release } from '../release';
import { knownFile, yearByCounts } from './known-files';
import type { Parts } from './read-parts';
import type { EditionFrom } from './report';

/**
 * Which edition the files are. An order file does not say its year: it is known by its hash, its counts, or the
 * addenda beside it; else guessed from what it is compared with.
 */
export function guessEdition(parts: Parts, present: Release): { edition: Edition; from: EditionFrom } {
  const { order, addenda } = parts;
  if (!order) return { edition: editionOf(present), from: 'present release' };
  const known = knownFile(order.sha256);
  if (known) return { edition: known.edition, from: 'published file' };
  const year = yearByCounts(order.content.rows.length, order.content.billable);
  if (year !== null) return { edition: { fiscalYear: year, april: false }, from: 'published counts' };
  const next = addenda?.content.fiscalYear ?? null;
  if (addenda && next !== null) {
    const { headers, codes } = addenda.content;
    // What changed since October of the same year is the update of April.
    const since = yearByCounts(headers.before + codes.before, codes.before);
    return { edition: { fiscalYear: next, april: since === next }, from: 'addenda' };
  }
  const listed = parts.tabulars
    .map(({ content }) => Number(content.version))
    .find((version) => version > 2000);
  return { edition: { fiscalYear: listed ?? present.fiscalYear + 1, april: false }, from: 'guess' };
}
