import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeBook } from '../book';
import { EmbeddedRelease } from '../embedded';
import { History } from '../history/history';
import { once } from '../once';
import { cached } from '../store/cached-source';
import { RELEASE_DIR } from './paths';

/** The code set as it is checked in, for the command line and tests: what a newly installed extension has. */
export function diskBook(): CodeBook {
  const release = cached(new EmbeddedRelease(() => readFile(join(RELEASE_DIR, 'release.zip'))));
  return {
    installed: release,
    packaged: release,
    history: once(async () => History.parse(await readFile(join(RELEASE_DIR, 'history.json'), 'utf8'))),
  };
}
