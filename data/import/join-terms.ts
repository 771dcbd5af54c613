import type { Code } from '../code';
import type { AlphabeticIndex } from '../formats/alphabetic-index';
import { countTerms, type IndexTerms } from '../index-terms';
import type { IndexFacts } from '../release';
import type { PresentRelease } from './present';
import type { Part } from './read-parts';

export interface JoinedTerms {
  readonly terms: IndexTerms;
  readonly facts: IndexFacts | null;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/** Takes the terms from the index in the files, or keeps those of the present release, for the codes there are. */
export function joinTerms(
  index: Part<AlphabeticIndex> | undefined,
  present: PresentRelease,
  has: (code: Code) => boolean,
): JoinedTerms {
  if (!index) {
    const terms: IndexTerms = new Map([...present.terms].filter(([code]) => has(code)));
    const version = present.release.index?.version;
    const missing = version
      ? `No alphabetic index in these files: the terms that find codes stay those of FY${version}.`
      : 'No alphabetic index in these files: codes are found by their titles alone.';
    return {
      terms,
      facts: version ? { version, terms: countTerms(terms) } : null,
      missing: [missing],
      warnings: [],
    };
  }
  const terms = new Map<Code, string[]>();
  let homeless = 0;
  for (const { term, code } of index.content.entries) {
    if (!has(code)) {
      homeless += 1;
      continue;
    }
    const texts = terms.get(code);
    if (!texts) terms.set(code, [term]);
    else if (!texts.includes(term)) texts.push(term);
  }
  return {
    terms,
    facts: { version: index.content.version, terms: countTerms(terms) },
    missing: [],
    warnings:
      homeless === 0
        ? []
        : [
            `${homeless.toLocaleString('en-US')} ${homeless === 1 ? 'term of the alphabetic index leads' : 'terms of the alphabetic index lead'} to codes that this release does not have; left out.`,
          ],
  };
}
