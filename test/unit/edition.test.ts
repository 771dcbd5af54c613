import { expect, it } from 'vitest';
import { editionFacts, editionOf, isOlder, newerYearInForce } from '../../data/edition';
import { embedded } from './release';

const OCTOBER = { fiscalYear: 2027, april: false };
const APRIL = { fiscalYear: 2027, april: true };

it('a fiscal year begins on 1 October of the year before, its update on 1 April', () => {
  expect(editionFacts(OCTOBER)).toEqual({
    fiscalYear: 2027,
    name: 'FY2027',
    effectiveFrom: '2026-10-01',
    effectiveTo: '2027-09-30',
  });
  expect(editionFacts(APRIL)).toMatchObject({ name: 'FY2027 April', effectiveFrom: '2027-04-01' });
});

it('a manifest says its edition', async () => {
  const release = await embedded.release();
  expect(editionOf(release)).toEqual(OCTOBER);
  expect(editionOf({ ...release, ...editionFacts(APRIL) })).toEqual(APRIL);
});

it('an edition is older than the update of its year', () => {
  expect(isOlder(OCTOBER, APRIL)).toBe(true);
  expect(isOlder(APRIL, OCTOBER)).toBe(false);
  expect(isOlder(OCTOBER, OCTOBER)).toBe(false);
  expect(isOlder({ fiscalYear: 2026, april: true }, OCTOBER)).toBe(true);
});

it.each([
  ['2026-10-01', null],
  ['2027-09-30', null],
  ['2027-10-01', 2028],
  ['2028-09-30', 2028],
  ['2029-01-01', 2029],
])('on %s the year in force that FY2027 is too old for is %s', async (today, year) => {
  expect(newerYearInForce(await embedded.release(), today)).toBe(year);
});
