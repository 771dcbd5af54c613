import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Measure } from './measure';

/** Bytes of what is shipped: the packed extensions, and the content script that every page gets. */
export function* size(): Generator<Measure> {
  execFileSync('npm', ['run', '--silent', 'zip'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const browser of ['chrome', 'firefox']) {
    const bytes = statSync(`.output/dxlens-${version()}-${browser}.zip`).size;
    yield { name: `size.packed.${browser}`, value: bytes, unit: 'bytes', limit: 4_000_000 };
    const script = readFileSync(`.output/${browser}-mv3/content-scripts/content.js`);
    const zipped = gzipSync(script, { level: 9 }).length;
    yield { name: `size.content-script.gzip.${browser}`, value: zipped, unit: 'bytes', limit: 25_000 };
  }
}

function version(): string {
  return JSON.parse(readFileSync('package.json', 'utf8')).version;
}
