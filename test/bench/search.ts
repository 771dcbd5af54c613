import { readFileSync } from 'node:fs';
import { EmbeddedRelease } from '../../data/embedded';
import { buildIndex } from '../../data/search/build-index';
import { search as searchRelease } from '../../data/search/search';
import { Vocabulary } from '../../data/search/vocabulary';
import { cached } from '../../data/store/cached-source';
import { type Measure, timesOf } from './measure';

/** Typed letter by letter, so that each keystroke is a query. */
const TYPED = [
  'fusion spine cervical',
  'M4322',
  'type 2 diabetes',
  'fracture left femur',
  'pnuemonia',
  'chest pain',
];

/** The engine alone, in Node: how long the index takes to build, its size, and a keystroke. */
export async function* search(): AsyncGenerator<Measure> {
  const release = new EmbeddedRelease(async () => readFileSync('data/icd10cm/release.zip'));
  const start = performance.now();
  const index = await buildIndex(release.shards());
  yield { name: 'search.build', value: Math.round(performance.now() - start), unit: 'ms' };
  const bytes =
    index.words.length + index.offsets.byteLength + index.postings.byteLength + index.rows.byteLength;
  yield { name: 'search.index', value: bytes, unit: 'bytes' };

  // The store keeps the shards that it has read last, too.
  const source = cached(release);
  const vocabulary = new Vocabulary(index);
  const times: number[] = [];
  for (const text of TYPED) {
    for (let length = 1; length <= text.length; length++) {
      const before = performance.now();
      await searchRelease(source, vocabulary, { text: text.slice(0, length), limit: 50 });
      times.push(performance.now() - before);
    }
  }
  yield* timesOf('search.keystroke', times);
}
