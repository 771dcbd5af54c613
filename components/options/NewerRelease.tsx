import { today } from '../../data/day';
import { editionFacts, newerYearInForce } from '../../data/edition';
import type { Release } from '../../data/release';
import { day } from '../day';
import { PublishedAt } from './PublishedAt';

/** Says so when, by date, a newer release is in force than the one in use. */
export function NewerRelease({ release }: { readonly release: Release }) {
  const year = newerYearInForce(release, today());
  if (year === null) return null;
  const { name, effectiveFrom } = editionFacts({ fiscalYear: year, april: false });
  return (
    <p class="notice" role="status">
      ICD-10-CM {name} is in force since {day(effectiveFrom)}; the release in use is {release.name}. Import
      the files of {name} below: <PublishedAt />
    </p>
  );
}
