/**
 * What an entry means, in words of this project. None of it is official text, and the card says so.
 */
import type { Code } from '../code';
import type { Step } from '../hierarchy';
import { kindOfEntry, sentenceOn } from './kind-of-entry';
import { specialtiesOf } from './specialties';
import { usageOf } from './usage';

/** What of an entry the words depend on; an `Entry` of a lookup has it, with its hierarchy as `steps`. */
export interface PlainEntry {
  readonly code: Code;
  /** The official title: kinds of codes are told by its wording. */
  readonly title: string;
  readonly billable: boolean;
  /** From the chapter down to the parent. */
  readonly steps: readonly Step[];
}

export interface PlainWords {
  /** One sentence on what kind of entry this is. */
  readonly kind: string;
  /** Sentences on when it is used, with the section of the Official Guidelines where we are sure of it; never empty. */
  readonly whenUsed: readonly string[];
  /** Sentences on what it leaves open; often empty. */
  readonly doesNotSay: readonly string[];
  /** Names of specialties that see such conditions, the likeliest first; empty for a block that we do not know. */
  readonly specialties: readonly string[];
}

/** Describes an entry of the release; the same entry gives the same words. */
export function plainWords(entry: PlainEntry): PlainWords {
  return {
    kind: sentenceOn(kindOfEntry(entry)),
    ...usageOf(entry),
    specialties: specialtiesOf(entry),
  };
}
