import { readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { readVocabulary } from '../../data/build/vocabulary';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import { buildIndex } from '../../data/search/build-index';
import { SearchEngine } from '../../data/search/engine';
import { find } from '../../data/search/find';
import { officialTermsOf } from '../../data/search/official-terms';
import { OurVocabulary } from '../../data/search/our-vocabulary';
import { cached } from '../../data/store/cached-source';
import { misspelt, scoredQueries } from '../relevance/queries';
import { score } from '../relevance/score';
import { type Measure, quantile, timesOf } from './measure';
import { searchPopup } from './search-popup';

/** Typed letter by letter, so that each keystroke is a query. */
const TYPED = scoredQueries()
  .filter((_, nth) => nth % 5 === 0)
  .map(({ query }) => query);
/** A day in FY2027. */
const IN_FY2027 = '2026-11-22';
/** Fuse.js takes hundreds of milliseconds a query over all texts. */
const FUSE_QUERIES = 12;

/** The engine alone, then in the built popup. */
export async function* search(): AsyncGenerator<Measure> {
  yield* engineAlone();
  yield* searchPopup();
}

/** The engine in Node: what it finds, how fast, against MiniSearch and Fuse.js over the same texts in the same run. */
async function* engineAlone(): AsyncGenerator<Measure> {
  const release = new EmbeddedRelease(async () => readFileSync('data/icd10cm/release.zip'));
  const ours = new OurVocabulary(readVocabulary());
  const start = performance.now();
  const index = await buildIndex(release.shards(), ours);
  yield { name: 'search.build', value: Math.round(performance.now() - start), unit: 'ms' };
  yield { name: 'search.index', value: bytesOf(index), unit: 'bytes', limit: 2_500_000 };
  const before = heap();
  const engine = new SearchEngine(index, ours);
  yield { name: 'search.heap', value: heap() - before, unit: 'bytes', limit: 40_000_000 };

  // The store keeps the shards that it has read last, too.
  const source = cached(release);
  const history = History.parse(readFileSync('data/icd10cm/history.json', 'utf8'));
  const book = { installed: source, packaged: source, history: async () => history };
  const ask = (text: string) => find(book, engine, { text, limit: 10 }, IN_FY2027);
  for (const [name, queries, least] of [
    ['plain', scoredQueries(), { top1: 0.7, top10: 0.92 }],
    ['misspelt', misspelt(scoredQueries()), { top10: 0.85 }],
  ] as const) {
    const { misses, ...shares } = await score(queries, ask);
    for (const top of ['top1', 'top5', 'top10'] as const) {
      yield {
        name: `search.${name}.${top}`,
        value: Math.round(shares[top] * 1000) / 1000,
        unit: 'share',
        runs: shares.queries,
        ...(top in least && { least: (least as Record<string, number>)[top] }),
        ...(top === 'top10' && { misses }),
      };
    }
  }

  const keystrokes = TYPED.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
  const texts = [...(await textsOf(release)), ...ours.terms.map(({ text }) => text)];
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  const building = performance.now();
  mini.addAll(texts.map((text, id) => ({ id, text })));
  yield { name: 'search.minisearch.build', value: Math.round(performance.now() - building), unit: 'ms' };
  const miniTimes = keystrokes.map((text) =>
    timed(() => mini.search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND' })),
  );
  const times = keystrokes.map((text) => timed(() => engine.find(text)));
  yield* timesOf('search.keystroke', times, 10);
  yield {
    name: 'search.keystroke.against-minisearch',
    value: Math.round(quantile(times, 0.5) * 100) / 100,
    unit: 'ms',
    baseline: Math.round(quantile(miniTimes, 0.5) * 100) / 100,
    limit: 3,
    runs: times.length,
  };
  yield* timesOf('search.minisearch.keystroke', miniTimes);
  const fuse = new Fuse(texts, { ignoreLocation: true, threshold: 0.3 });
  const some = keystrokes.filter((_, nth) => nth % Math.ceil(keystrokes.length / FUSE_QUERIES) === 0);
  yield* timesOf(
    'search.fuse.keystroke',
    some.map((text) => timed(() => fuse.search(text, { limit: 10 }))),
  );
}

/** Every title and official term. */
async function textsOf(release: EmbeddedRelease): Promise<string[]> {
  const texts: string[] = [];
  for await (const { nodes } of release.shards()) {
    for (const node of nodes) texts.push(node.title, ...officialTermsOf(node).map(({ text }) => text));
  }
  return texts;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes of strings, arrays of numbers and numbers, however deep. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}

/** What is in use once garbage is gone, as far as the run allows to collect it. */
function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
