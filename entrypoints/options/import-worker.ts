/** The worker of the options page in which official files are read and stored: the page itself never waits. */
import type { FromImporter, ToImporter } from '../../components/options/import-protocol';
import { EmbeddedRelease } from '../../data/embedded';
import { ImportSession } from '../../data/import/import-session';
import type { Progress } from '../../data/import/work';
import { OurVocabulary } from '../../data/search/our-vocabulary';
import { FILL_LOCK } from '../../data/store/release-store';

/** The shortest time between two messages about progress, in milliseconds. */
const TELL_AGAIN = 50;

const session = new ImportSession(new EmbeddedRelease(readPack), exclusively, readVocabulary);
let running: AbortController | null = null;

self.onmessage = ({ data }: MessageEvent<ToImporter>) => {
  switch (data.do) {
    case 'read':
      return run(async (options) => {
        const files = data.files.map((file) => ({ name: file.name, blob: file }));
        tell({ is: 'report', report: await session.read(files, options) });
      });
    case 'use':
      return run(async (options) => {
        tell({ is: 'used', release: await session.use(data.confirmed, options) });
      });
    case 'cancel':
      running?.abort();
  }
};

type Options = Parameters<ImportSession['read']>[1];

async function run(work: (options: Options) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  running = controller;
  try {
    await work({ signal: controller.signal, onProgress: teller() });
  } catch (error) {
    if (controller.signal.aborted) tell({ is: 'cancelled' });
    else tell({ is: 'failed', reason: reasonOf(error) });
  } finally {
    running = null;
  }
}

function teller(): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < TELL_AGAIN) return;
    last = now;
    tell({ is: 'progress', progress });
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  if (error.name === 'QuotaExceededError')
    return `there is not enough room on this computer’s disk (${error.message})`;
  return error.message;
}

/** Says so when the lock is held, and then waits for it. */
async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { held = [] } = await navigator.locks.query();
  if (held.some((lock) => lock.name === FILL_LOCK)) tell({ is: 'waiting' });
  return navigator.locks.request(name, work);
}

async function readPack(): Promise<Uint8Array> {
  return new Uint8Array(await (await packaged('/release.zip')).arrayBuffer());
}

async function readVocabulary(): Promise<OurVocabulary> {
  const [terms, words] = await Promise.all([packaged('/vocabulary.tsv'), packaged('/words.tsv')]);
  return new OurVocabulary({ terms: await terms.text(), words: await words.text() });
}

function packaged(path: string): Promise<Response> {
  return fetch(new URL(path, self.location.origin));
}

function tell(message: FromImporter): void {
  self.postMessage(message);
}
