import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Measure } from './measure';

/**
 * Bytes of what is shipped: the packed extensions, the content script that every frame gets, and the scripts that a
 * frame gets with its first text that looks like a code, and with its first card.
 */
export function* size(): Generator<Measure> {
  execFileSync('npm', ['run', '--silent', 'zip'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const browser of ['chrome', 'firefox']) {
    const bytes = statSync(`.output/dxlens-${version()}-${browser}.zip`).size;
    yield { name: `size.packed.${browser}`, value: bytes, unit: 'bytes', limit: 4_000_000 };
    const content = zipped(`.output/${browser}-mv3/content-scripts/content.js`);
    yield { name: `size.content-script.gzip.${browser}`, value: content, unit: 'bytes', limit: 25_000 };
    for (const part of ['judge', 'card']) {
      const value = zipped(`.output/${browser}-mv3/${part}.js`);
      yield { name: `size.${part}-script.gzip.${browser}`, value, unit: 'bytes' };
    }
  }
}

function zipped(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function version(): string {
  return JSON.parse(readFileSync('package.json', 'utf8')).version;
}
