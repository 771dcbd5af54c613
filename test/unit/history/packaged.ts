import { readFileSync } from 'node:fs';
import type { Code } from '../../../data/code';
import { History } from '../../../data/history/history';
import { embedded } from '../release';

const TEXT = readFileSync(new URL('../../../data/icd10cm/history.json', import.meta.url), 'utf8');

/** The history that ships in the package. */
export const packaged = { text: TEXT, history: History.parse(TEXT) };

/** The flag of every code of the embedded release, and null for the codes that it has no more. */
export async function readFlags(): Promise<ReadonlyMap<Code, 0 | 1 | null>> {
  const flags = new Map<Code, 0 | 1 | null>();
  for await (const { nodes } of embedded.shards()) {
    for (const { code, billable } of nodes) flags.set(code, billable ? 1 : 0);
  }
  for (const { code } of packaged.history.allEnded) flags.set(code, null);
  return flags;
}

/** Codes that were billable in one of the first so many releases, and are not in the last of them. */
export function billableNoMore(flags: ReadonlyMap<Code, 0 | 1 | null>, releases: number): readonly Code[] {
  return [...flags].flatMap(([code, flag]) => {
    const marks = packaged.history.marksOf(code, flag)?.slice(0, releases) ?? '';
    return marks.includes('1') && !marks.endsWith('1') ? [code] : [];
  });
}
