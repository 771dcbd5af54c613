import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '../../code';
import { EmbeddedRelease } from '../../embedded';
import { History } from '../../history/history';
import { HISTORY_FILE, RELEASE_DIR } from '../paths';
import type { Command } from './command';
import { parseCommandArgs } from './parse';
import { writeOut } from './write-out';

/** Prints which releases have each code, from the checked-in files alone. */
export const history: Command = {
  usage: '',
  summary:
    'prints every code of every release, tab, then its marks since FY2016 (1 billable, 0 header, - absent)',
  async run(args) {
    parseCommandArgs({ args });
    const history = History.parse(await readFile(HISTORY_FILE, 'utf8'));
    const flags = await readFlags();
    for (const { code } of history.allEnded) flags.set(code, null);
    const lines = [...flags]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, flag]) => `${code}\t${[...(history.marksOf(code, flag) ?? '')].join('\t')}\n`);
    await writeOut(lines.join(''));
  },
};

async function readFlags(): Promise<Map<Code, 0 | 1 | null>> {
  const embedded = new EmbeddedRelease(() => readFile(join(RELEASE_DIR, 'release.zip')));
  const flags = new Map<Code, 0 | 1 | null>();
  for await (const { nodes } of embedded.shards()) {
    for (const { code, billable } of nodes) flags.set(code, billable ? 1 : 0);
  }
  return flags;
}
