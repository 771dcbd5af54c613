/** `npm run bench [-- suite …]`: prints one JSON object a line, `{"name", "value", "unit", …}`. */
import { execFileSync } from 'node:child_process';
import { card } from './card';
import { fill } from './fill';
import { importing } from './import';
import type { Measure } from './measure';
import { search } from './search';
import { size } from './size';
import { spotting } from './spotting';

const SUITES: Record<string, () => AsyncIterable<Measure> | Iterable<Measure>> = {
  size,
  fill,
  import: importing,
  search,
  card,
  spotting,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}
execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
for (const [name, suite] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for await (const measure of suite()) console.log(JSON.stringify(measure));
}
