import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFy2027 } from '../fy2027';
import { RELEASE_DIR } from '../paths';
import type { Command } from './command';
import { parseCommandArgs } from './parse';

/** Builds the embedded release from the cached wheel. */
export const build: Command = {
  usage: '[--out DIR]',
  summary: 'builds the embedded release from the fetched files, by default into data/icd10cm',
  async run(args) {
    const { values } = parseCommandArgs({ args, options: { out: { type: 'string' } } });
    const out = values.out ?? RELEASE_DIR;
    const { zip, manifest } = await buildFy2027();
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'release.zip'), zip);
    writeFileSync(join(out, 'release.json'), manifest);
    console.log(`${join(out, 'release.zip')}: ${zip.length.toLocaleString('en-US')} bytes`);
  },
};
