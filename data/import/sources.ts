import type { Release, ReleaseSource } from '../release';
import { knownFile } from './known-files';
import type { Part, Parts } from './read-parts';

const LICENCE = 'US government work, public domain in the US';

/** What the alphabetic index gives. */
export const INDEX_GAVE = 'terms of the alphabetic index';

/** Where each part of an imported release is from. */
export function sourcesOf(parts: Parts, present: Release): ReleaseSource[] {
  const sources = [
    ...(parts.order ? [source(parts.order, 'codes, flags, titles and their order')] : []),
    ...parts.tabulars.map((part) => source(part, 'chapters, blocks, notes and seventh characters')),
    ...(parts.index ? [source(parts.index, INDEX_GAVE)] : []),
  ];
  const kept = [
    ...(parts.order ? [] : ['codes and titles']),
    ...(parts.tabulars.length > 0 ? [] : ['chapters, blocks and notes']),
    ...(parts.index || !present.index ? [] : [INDEX_GAVE]),
  ];
  if (kept.length === 0) return sources;
  const publisher = 'CDC/NCHS and CMS, kept from the release that was in use';
  return [
    ...sources,
    {
      gave: kept.join('; '),
      name: `${present.system} ${present.name}`,
      publisher,
      licence: LICENCE,
      sha256: present.hash,
    },
  ];
}

function source({ path, sha256 }: Part<unknown>, gave: string): ReleaseSource {
  const publisher = knownFile(sha256) ? 'CDC/NCHS and CMS' : 'CDC/NCHS and CMS, as given by the user';
  return { gave, name: path, publisher, licence: LICENCE, sha256 };
}
