import type { Release } from '../../data/release';
import { day } from '../day';

/** Which release answered, and where it comes from. */
export function CardFoot({ release }: { readonly release: Release }) {
  return (
    <footer class="foot">
      <p>
        {release.system} {release.name}, {day(release.effectiveFrom)} to {day(release.effectiveTo)}; notes as
        of {day(release.notesAsOf)}
      </p>
      <p>Source: CDC/NCHS and CMS. Not medical advice.</p>
    </footer>
  );
}
