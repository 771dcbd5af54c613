import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedRelease } from '../../embedded';
import { RELEASE_DIR } from '../paths';
import type { Command } from './command';
import { parseCommandArgs } from './parse';
import { writeOut } from './write-out';

/** Prints the embedded release, one line a code. */
export const print: Command = {
  usage: '',
  summary: 'prints the embedded release: undotted code, tab, 1 (billable) or 0, tab, long title',
  async run(args) {
    parseCommandArgs({ args });
    const embedded = new EmbeddedRelease(() => readFile(join(RELEASE_DIR, 'release.zip')));
    for await (const { nodes } of embedded.shards()) {
      const lines = nodes.map(({ code, billable, title }) => `${code}\t${billable ? 1 : 0}\t${title}\n`);
      if (!(await writeOut(lines.join('')))) return;
    }
  },
};
