/**
 * The calendar of the code set: a release a fiscal year, in force from 1 October to 30 September, and at times an
 * update of it on 1 April (CMS and NCHS announce it each year).
 */
import type { Release } from './release';

export interface Edition {
  /** FY2027 starts on 1 October 2026. */
  readonly fiscalYear: number;
  /** Whether it is the update of 1 April. */
  readonly april: boolean;
}

/** ICD-10-CM is in use since 1 October 2015. */
export const FIRST_YEAR = 2016;

/** The part of a manifest that follows from the edition. */
export function editionFacts({
  fiscalYear,
  april,
}: Edition): Pick<Release, 'fiscalYear' | 'name' | 'effectiveFrom' | 'effectiveTo'> {
  return {
    fiscalYear,
    name: april ? `FY${fiscalYear} April` : `FY${fiscalYear}`,
    effectiveFrom: april ? `${fiscalYear}-04-01` : `${fiscalYear - 1}-10-01`,
    effectiveTo: `${fiscalYear}-09-30`,
  };
}

export function editionOf({ fiscalYear, effectiveFrom }: Release): Edition {
  return { fiscalYear, april: effectiveFrom.slice(5, 7) === '04' };
}

/** The fiscal year that a day lies in. @param day ISO, `2026-10-01` */
function fiscalYearOf(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= '10-01' ? 1 : 0);
}

/** Whether a release was in force before another one. */
export function isOlder(edition: Edition, than: Edition): boolean {
  return (
    edition.fiscalYear < than.fiscalYear ||
    (edition.fiscalYear === than.fiscalYear && !edition.april && than.april)
  );
}

/**
 * The fiscal year whose codes are in force on a day, when that is a later one than a release's; else null.
 * @param today ISO day
 */
export function newerYearInForce(release: Release, today: string): number | null {
  return today > release.effectiveTo ? fiscalYearOf(today) : null;
}
