import { expect, it } from 'vitest';
import { guessEdition } from '../../../data/import/guess-edition';
import type { Parts } from '../../../data/import/read-parts';
import { presentOf, smallPackage } from './small-release';

const { release } = await presentOf(await smallPackage());

/** An order file of unknown counts, with addenda that change a release of 98,186 codes, 74,719 billable: FY2026. */
function changedSinceFy2026(fiscalYear: number): Parts {
  const counts = (before: number) => ({
    before,
    after: before + 1,
    additions: 1,
    deletions: 0,
    revisions: 0,
  });
  const changes = { adds: [], deletes: [], revisions: [], headers: counts(23_467), codes: counts(74_719) };
  return {
    order: { path: 'order', sha256: '', content: { rows: [], billable: 0 } },
    addenda: { path: 'addenda', sha256: '', content: { ...changes, fiscalYear } },
    tabulars: [],
    reports: [],
  };
}

it('addenda to a release of the year before make one of October, to one of the same year one of April', () => {
  expect(guessEdition(changedSinceFy2026(2027), release)).toEqual({
    edition: { fiscalYear: 2027, april: false },
    from: 'addenda',
  });
  expect(guessEdition(changedSinceFy2026(2026), release)).toEqual({
    edition: { fiscalYear: 2026, april: true },
    from: 'addenda',
  });
});
