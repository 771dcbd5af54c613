import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import type { ExplainedCandidate } from '../../components/explained';
import { pause } from '../../scripts/lib/card';
import { readMarks } from '../../scripts/lib/marks';
import { compare, type Labelled, readLabelled, readSnippets } from '../corpus/read';
import type { Measure } from './measure';
import { servePages, withExtension } from './spotting-browsers';

const CORPUS = new URL('../corpus/', import.meta.url);
/** `development`, and those that the rules were not made with. */
const SETS = foldersIn(CORPUS);
/** Documents that are open at the same time. */
const TABS = 6;
/** The least that is asked for. */
const PRECISION = 0.98;
const RECALL = 0.97;

interface Document extends Labelled {
  readonly set: string;
  readonly kind: 'snippets' | 'pages';
}

interface Read {
  readonly document: Document;
  /** What the built extension has marked. */
  readonly marked: readonly string[];
  /** What its rules say, from the same sources. */
  readonly explained: readonly ExplainedCandidate[];
}

/**
 * The labelled corpus through the built extension in Chromium: each snippet and each page is a document of its own,
 * and what is marked in it is compared with its labels as multisets.
 */
export async function* quality(): AsyncGenerator<Measure> {
  const reads = await readAll(SETS.flatMap(documentsOf));
  yield* figures('all', reads);
  for (const set of SETS) {
    const ofSet = reads.filter(({ document }) => document.set === set);
    yield* figures(set, ofSet);
    for (const kind of ['snippets', 'pages']) {
      yield* figures(
        `${set}.${kind}`,
        ofSet.filter(({ document }) => document.kind === kind),
      );
    }
  }
  for (const read of reads) yield* misses(read);
  yield* rules(reads);
}

function foldersIn(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function documentsOf(set: string): Document[] {
  return (['snippets', 'pages'] as const).flatMap((kind) => {
    const folder = new URL(`${set}/${kind}/`, CORPUS);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => {
        const content = readFileSync(new URL(file, folder), 'utf8');
        const labelled = kind === 'snippets' ? readSnippets(file, content) : [readLabelled(file, content)];
        return labelled.map((one) => ({ ...one, set, kind }));
      });
  });
}

async function readAll(documents: readonly Document[]): Promise<Read[]> {
  const server = await servePages(
    Object.fromEntries(
      documents.map(({ html, kind }, at) => [`/${at}`, kind === 'pages' ? html : bare(html)]),
    ),
  );
  const context = await withExtension();
  const script = await explainScript();
  const reads: Read[] = [];
  let next = 0;
  const work = async () => {
    const page = await context.newPage();
    const world = new ExtensionWorld(await context.newCDPSession(page));
    await world.enable();
    for (let at = next++; at < documents.length; at = next++) {
      await page.goto(`${server.url}/${at}`);
      await world.started();
      const explained: ExplainedCandidate[] = JSON.parse(
        await world.evaluate(`${script}\ndxlensBenchExplain()`),
      );
      const marked = await settledMarks(page, explained.filter(({ counts }) => counts).length);
      reads[at] = { document: documents[at] as Document, marked, explained };
    }
  };
  try {
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await context.close();
    server.close();
  }
  return reads;
}

function bare(html: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Snippet</title><body>\n${html}`;
}

/** Pauses until no more marks are waited for. */
const MOST_PAUSES = 25;

/** As a reader sees them; once there are as many as the rules say, or after three seconds. */
async function settledMarks(page: Page, expected: number): Promise<string[]> {
  let marks = await readMarks(page);
  for (let pauses = 0; marks.length !== expected && pauses < MOST_PAUSES; pauses++) {
    await pause(120);
    marks = await readMarks(page);
  }
  return marks.map(({ text }) => seen(text));
}

function seen(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
}

/** The world of the content script in the top document of a tab, which changes with each document. */
class ExtensionWorld {
  #context: number | null = null;

  constructor(private readonly session: CDPSession) {
    session.on('Runtime.executionContextsCleared', () => {
      this.#context = null;
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) this.#context = context.id;
    });
  }

  async enable(): Promise<void> {
    await this.session.send('Runtime.enable');
  }

  /** Waits until the content script has begun. */
  async started(): Promise<void> {
    for (const end = Date.now() + 10_000; this.#context === null; await pause(20)) {
      if (Date.now() > end) throw new Error('the content script has not started within 10 s');
    }
  }

  async evaluate(expression: string): Promise<string> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      ...(this.#context !== null && { contextId: this.#context }),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}

async function explainScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./spotting-explain.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'dxlensBench',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the script that explains was not built');
  return output.output[0].code;
}

function* figures(name: string, reads: readonly Read[]): Generator<Measure> {
  if (reads.length === 0) return;
  let [right, wrong, missing] = [0, 0, 0];
  for (const { document, marked } of reads) {
    const result = compare(document.codes, marked);
    right += result.right;
    wrong += result.wrong.length;
    missing += result.missing.length;
  }
  const counts = { documents: reads.length, right, wrong, missing };
  const precision = rounded(right / (right + wrong));
  const recall = rounded(right / (right + missing));
  yield { name: `spotting.precision.${name}`, value: precision, unit: 'share', least: PRECISION, ...counts };
  yield { name: `spotting.recall.${name}`, value: recall, unit: 'share', least: RECALL, ...counts };
}

function* misses({ document, marked, explained }: Read): Generator<Measure> {
  const { missing, wrong } = compare(document.codes, marked);
  const line = { value: 1, unit: 'codes', set: document.set, in: document.name } as const;
  for (const text of missing) {
    yield { name: 'spotting.missing', ...line, text, why: why(explained, text, false) };
  }
  for (const text of wrong) yield { name: 'spotting.wrong', ...line, text, why: why(explained, text, true) };
}

function why(explained: readonly ExplainedCandidate[], text: string, counts: boolean): string {
  // Where a text stands several times, the one that was nearest to it.
  const alike = explained
    .filter((candidate) => seen(candidate.text) === text)
    .sort((a, b) => (counts ? b.points - a.points : a.points - b.points));
  const one = alike.find((candidate) => candidate.counts === counts) ?? alike[0];
  if (!one) return 'has not the shape of a code';
  const reasons = one.reasons.map(({ rule, points }) => `${rule} ${points}`).join('; ');
  const odd = one.counts === counts ? '' : ', though the rules say otherwise';
  return `${one.verdict}, ${one.points} from ${reasons}${odd}`;
}

/** How often each rule spoke, and of what. */
function* rules(reads: readonly Read[]): Generator<Measure> {
  const spoken = new Map<
    string,
    { right: number; wrong: number; missing: number; left: number; points: number }
  >();
  for (const { document, explained } of reads) {
    const codes = [...document.codes];
    // What counts takes its label first: what is left over of the labels is missing.
    for (const candidate of [...explained].sort((a, b) => Number(b.counts) - Number(a.counts))) {
      const at = codes.indexOf(seen(candidate.text));
      if (at >= 0) codes.splice(at, 1);
      const fate = candidate.counts ? (at >= 0 ? 'right' : 'wrong') : at >= 0 ? 'missing' : 'left';
      for (const { rule, points } of candidate.reasons) {
        const sum = spoken.get(rule) ?? { right: 0, wrong: 0, missing: 0, left: 0, points: 0 };
        sum[fate]++;
        sum.points += points;
        spoken.set(rule, sum);
      }
    }
  }
  for (const [rule, { points, ...fates }] of [...spoken].sort((a, b) => a[0].localeCompare(b[0]))) {
    const value = fates.right + fates.wrong + fates.missing + fates.left;
    yield { name: 'spotting.rule', value, unit: 'times', rule, points: rounded(points / value), ...fates };
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
