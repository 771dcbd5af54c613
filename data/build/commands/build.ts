import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFromFiles } from '../from-files';
import { buildFy2027 } from '../fy2027';
import type { Packed } from '../pack';
import { RELEASE_DIR } from '../paths';
import { type Command, UsageError } from './command';
import { parseCommandArgs } from './parse';

/** Builds the embedded release from the cached wheel, or any release from official files. */
export const build: Command = {
  usage: '[--from FILE… [--edition FY2028]] [--out DIR]',
  summary:
    'builds the embedded release from the fetched files, by default into data/icd10cm; with --from a release from official files, what they lack taken from the embedded one',
  async run(args) {
    const { values, positionals } = parseCommandArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        from: { type: 'string', multiple: true },
        edition: { type: 'string' },
      },
    });
    const files = [...(values.from ?? []), ...positionals];
    if (!values.from && (positionals.length > 0 || values.edition !== undefined))
      throw new UsageError('FILE and --edition go with --from');
    // A mistyped call must not replace the checked-in release.
    if (values.from && values.out === undefined) throw new UsageError('--from needs --out');
    const packed = values.from ? await buildFromFiles(files, values.edition ?? null) : await buildFy2027();
    write(values.out ?? RELEASE_DIR, packed);
  },
};

function write(out: string, { zip, manifest }: Packed): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'release.zip'), zip);
  writeFileSync(join(out, 'release.json'), manifest);
  console.log(`${join(out, 'release.zip')}: ${zip.length.toLocaleString('en-US')} bytes`);
}
