import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Code } from '../../../data/code';
import type { EmbeddedRelease } from '../../../data/embedded';
import { ImportSession } from '../../../data/import/import-session';
import type { Phase } from '../../../data/import/work';
import { ReleaseStore } from '../../../data/store/release-store';
import { codesIn, ours } from '../release';
import { CODES, file, INDEX, orderText, smallPackage, tabularText } from './small-release';

const A00 = 'A00' as Code;
const FY2028 = { edition: { fiscalYear: 2028, april: false }, older: false };
const NEXT = [...CODES.slice(0, 2), 'A008 1 Cholera, other', ...CODES.slice(2)];
const FILES = [file('o', orderText(NEXT)), file('t', tabularText('2028')), file('i', INDEX)];

let packaged: EmbeddedRelease;
/** One lock for all contexts, as `navigator.locks` is. */
let locks: <T>(name: string, work: () => Promise<T>) => Promise<T>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  packaged = await smallPackage();
  let last: Promise<unknown> = Promise.resolve();
  locks = (_name, work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
});

const newStore = (source = packaged) => new ReleaseStore(source, locks, async () => ours);
const newSession = () => new ImportSession(packaged, locks, async () => ours);
async function filled(): Promise<ReleaseStore> {
  const store = newStore();
  await store.fill();
  return store;
}
/** What a newly started background reads: name, count of rows and the codes of A00. */
async function answers(source = packaged) {
  const store = newStore(source);
  const [release, outline, shard, index] = await Promise.all([
    store.release(),
    store.outline(),
    store.shard(A00),
    store.searchIndex(),
  ]);
  expect(console.warn).not.toHaveBeenCalled();
  return `${release.name}: ${outline.categories.length} categories, ${shard?.nodes.length} codes in A00, ${codesIn(index)} codes searched`;
}
const OLD = 'FY2027: 3 categories, 3 codes in A00, 8 codes searched';
const NEW = 'FY2028: 3 categories, 4 codes in A00, 9 codes searched';

describe('an imported release', () => {
  it('answers once it is used, and not before', async () => {
    const store = await filled();
    const session = newSession();
    const report = await session.read(FILES);
    expect(report.differences.added.map(({ code }) => code)).toEqual(['A008']);
    expect(await answers()).toBe(OLD);
    await session.use(FY2028);
    expect(await answers()).toBe(NEW);
    store.forget();
    expect(await store.state()).toMatchObject({
      state: 'stored',
      origin: 'imported',
      release: {
        name: 'FY2028',
        effectiveFrom: '2027-10-01',
        effectiveTo: '2028-09-30',
        index: { terms: 2 },
      },
      previous: { release: { name: 'FY2027' }, origin: 'packaged' },
    });
  });

  it('stays at the next start, and is gone back from and to', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    await session.use(FY2028);
    const store = await filled();
    expect(await answers()).toBe(NEW);
    await store.goBack();
    expect(await store.state()).toMatchObject({ origin: 'packaged', previous: { origin: 'imported' } });
    await filled();
    expect(await answers()).toBe(OLD);
    await store.goBack();
    await filled();
    expect(await answers()).toBe(NEW);
  });

  it('keeps its terms when files without an index follow', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    await session.use(FY2028);
    const report = await newSession().read([file('t', tabularText('2029'))]);
    expect(report.release.index).toEqual({ version: '2027', terms: 2 });
    expect(report.missing).toContain(
      'No alphabetic index in these files: the terms that find codes stay those of FY2027.',
    );
  });

  it('is not replaced by an updated package of the same year, but by one of a later year', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    await session.use(FY2028);
    for (const [year, name] of [
      [2028, 'FY2028'],
      [2029, 'FY2029'],
    ] as const) {
      const update = await smallPackage(year);
      const store = newStore(update);
      await store.fill();
      expect((await store.state()).release.name).toBe(name);
      expect(await store.state()).toMatchObject({ origin: year === 2029 ? 'packaged' : 'imported' });
    }
    expect(await newStore().state()).toMatchObject({ previous: { origin: 'imported' } });
  });

  it('that is older is used only when that was confirmed, and then stays', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    const older = { edition: { fiscalYear: 2026, april: false }, older: false };
    await expect(session.use(older)).rejects.toThrow('older than FY2027');
    expect(await answers()).toBe(OLD);
    await session.use({ ...older, older: true });
    await filled();
    expect(await answers()).toBe(NEW.replace('FY2028', 'FY2026'));
  });

  it('that has become unreadable is replaced by what is imported next', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    await session.use(FY2028);
    const database = await openDB('dxlens');
    const id = await database.get('pointers', 'current');
    await database.delete('shards', [id, 'A00']);
    database.close();
    const next = newSession();
    expect((await next.read(FILES)).present.name).toBe('FY2027');
    expect(console.warn).toHaveBeenCalledTimes(1);
    await next.use({ ...FY2028, edition: { fiscalYear: 2029, april: false } });
    vi.mocked(console.warn).mockClear();
    expect(await answers()).toBe(NEW.replace('FY2028', 'FY2029'));
  });

  it('can be compared with the package where there is no database yet', async () => {
    expect((await newSession().read(FILES)).present.name).toBe('FY2027');
  });
});

describe('an import', () => {
  it.each<Phase>(['looking', 'reading', 'joining', 'indexing'])('is cancelled while %s', async (phase) => {
    await filled();
    const controller = new AbortController();
    const reading = newSession().read(FILES, {
      signal: controller.signal,
      onProgress: (progress) => progress.phase === phase && controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await answers()).toBe(OLD);
  });

  it('is cancelled while writing, leaves no trace, and can be used after all', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    const controller = new AbortController();
    const using = session.use(FY2028, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(using).rejects.toMatchObject({ name: 'AbortError' });
    expect(await answers()).toBe(OLD);
    expect(await generations()).toBe(1);
    await session.use(FY2028);
    expect(await answers()).toBe(NEW);
  });

  it('is refused when another tab has switched since the files were read', async () => {
    await filled();
    const sessions = [newSession(), newSession()];
    for (const session of sessions) await session.read(FILES);
    const [first, second] = await Promise.allSettled(sessions.map((session) => session.use(FY2028)));
    expect(first?.status).toBe('fulfilled');
    expect(second).toMatchObject({
      status: 'rejected',
      reason: {
        message: expect.stringContaining('another tab has switched to FY2028: read the files again'),
      },
    });
    expect(await answers()).toBe(NEW);
  });

  it('says when the disk is full, and leaves the present release', async () => {
    await filled();
    const session = newSession();
    await session.read(FILES);
    const mock = failAt('a put', 2, new DOMException('disk is full', 'QuotaExceededError'));
    await expect(session.use(FY2028)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    mock.mockRestore();
    expect(await answers()).toBe(OLD);
    expect(await generations()).toBe(1);
  });
});

describe('a switch that is interrupted at any step', () => {
  /** Each gives what is then interrupted. */
  const switches: [string, () => Promise<() => Promise<unknown>>][] = [
    [
      'an import',
      async () => {
        const session = newSession();
        await session.read(FILES);
        return () => session.use(FY2028);
      },
    ],
    ['going back', async () => () => newStore().goBack()],
    [
      'a newer package',
      async () => {
        const store = newStore(await smallPackage(2030));
        return () => store.fill();
      },
    ],
  ];

  it.each(switches)('%s: leaves one complete release, and the next attempt succeeds', async (_, prepare) => {
    for (const how of ['a put', 'a delete', 'all from here'] as const) {
      let failed = true;
      let nth = 1;
      for (; failed; nth++) {
        globalThis.indexedDB = new IDBFactory();
        await filled();
        const first = newSession();
        await first.read([file('o', orderText(NEXT))]);
        await first.use(FY2028);
        const before = await answers();
        const run = await prepare();
        const mock = failAt(how, nth);
        await run().catch(() => undefined);
        failed = mock.failed();
        mock.mockRestore();
        vi.mocked(console.warn).mockClear();
        const after = await answers();
        expect([before, NEW, OLD, 'FY2030: 3 categories, 3 codes in A00, 8 codes searched']).toContain(after);
        await filled();
        expect(await generations()).toBeLessThanOrEqual(2);
        expect([before, NEW, OLD, 'FY2030: 3 categories, 3 codes in A00, 8 codes searched']).toContain(
          await answers(),
        );
      }
      // Each switch has at least the two pointers to write.
      if (how !== 'a delete') expect(nth).toBeGreaterThan(2);
    }
  });

  it('the first filling: the package answers, and the next start fills', async () => {
    let failed = true;
    for (let nth = 1; failed; nth++) {
      globalThis.indexedDB = new IDBFactory();
      const mock = failAt('a put', nth);
      await newStore().fill();
      failed = mock.failed();
      mock.mockRestore();
      vi.mocked(console.warn).mockClear();
      expect(await answers()).toBe(OLD);
      expect(await (await filled()).state()).toMatchObject({ state: 'stored' });
    }
  });
});

/**
 * Lets the nth write from now on fail: a put, as on a full disk, a delete, or that write and all that follow, as
 * when the context is stopped.
 */
function failAt(how: 'a put' | 'a delete' | 'all from here', nth: number, error = new Error('interrupted')) {
  const methods =
    how === 'a put'
      ? ['put' as const]
      : how === 'a delete'
        ? ['delete' as const]
        : ['put' as const, 'delete' as const];
  let calls = 0;
  const mocks = methods.map((method) => {
    const original = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      calls += 1;
      if (calls === nth || (calls > nth && how === 'all from here')) throw error;
      return original.apply(this, args) as never;
    });
  });
  return {
    failed: () => calls >= nth,
    mockRestore: () => {
      for (const mock of mocks) mock.mockRestore();
    },
  };
}

async function generations(): Promise<number> {
  const database = await openDB('dxlens');
  const count = await database.count('generations');
  database.close();
  return count;
}
