import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Code, parseCode } from '../../../data/code';
import { EmbeddedRelease } from '../../../data/embedded';
import { lookup } from '../../../data/lookup/lookup';
import { ReleaseStore } from '../../../data/store/release-store';
import { bookOf, codesIn, embedded, IN_FY2027, ours } from '../release';

const PACK = new Uint8Array(readFileSync(new URL('../../../data/icd10cm/release.zip', import.meta.url)));
const packaged = () => new EmbeddedRelease(async () => PACK);
const alone = <T>(_name: string, work: () => Promise<T>) => work();
const M432 = parseCode('M43.2') as Code;

const newStore = (source = packaged(), exclusively = alone) =>
  new ReleaseStore(source, exclusively, async () => ours);

/** M43.2 as the store has it. */
const lookUp = (store: ReleaseStore) => lookup({ ...bookOf(embedded), installed: store }, M432, IN_FY2027);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

/** What the database holds, by a connection of the test's own. */
async function inDatabase() {
  const database = await openDB('dxlens');
  const found = {
    generations: await database.getAllKeys('generations'),
    shards: await database.count('shards'),
    current: await database.get('pointers', 'current'),
    previous: await database.get('pointers', 'previous'),
  };
  database.close();
  return found;
}

describe('a store', () => {
  it('answers from the package before it is filled, and the same from the database after', async () => {
    const store = newStore();
    const before = await lookUp(store);
    expect(await store.state()).toMatchObject({ state: 'packaged', problem: null });
    await store.fill();
    expect(await store.state()).toMatchObject({ state: 'stored' });
    expect(await lookUp(store)).toEqual(before);
    expect(await inDatabase()).toMatchObject({ shards: 1921, previous: undefined });
  });

  it('reads the database, not the package, once it is filled', async () => {
    await newStore().fill();
    const store = newStore(new EmbeddedRelease(() => Promise.reject(new Error('no package'))));
    expect((await lookUp(store)).verdict).toBe('header');
    expect(codesIn(await store.searchIndex())).toBe(98_403);
    expect(await store.shard('I64' as Code)).toBeNull();
  });

  it('is filled once, however often it is asked to', async () => {
    const store = newStore();
    await Promise.all([store.fill(), store.fill()]);
    const { current } = await inDatabase();
    await newStore().fill();
    expect((await inDatabase()).current).toBe(current);
  });

  it('asks for the lock under which no other context fills', async () => {
    const names: string[] = [];
    await newStore(packaged(), (name, work) => {
      names.push(name);
      return work();
    }).fill();
    expect(names).toEqual(['dxlens-fill']);
  });

  it.each([1, 700, 1921])(
    'keeps answering when the disk is full at shard %i, and leaves no trace',
    async (nth) => {
      const put = IDBObjectStore.prototype.put;
      let shards = 0;
      const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        value,
        key,
      ) {
        if (this.name === 'shards' && ++shards === nth)
          throw new DOMException('disk is full', 'QuotaExceededError');
        return put.call(this, value, key);
      });
      const store = newStore();
      await store.fill();
      expect(await store.state()).toMatchObject({
        state: 'packaged',
        problem: 'QuotaExceededError: disk is full',
      });
      expect((await lookUp(store)).verdict).toBe('header');
      expect(await inDatabase()).toEqual({
        generations: [],
        shards: 0,
        current: undefined,
        previous: undefined,
      });

      full.mockRestore();
      await store.fill();
      expect(await store.state()).toMatchObject({ state: 'stored' });
    },
  );

  it('does not make current what reads back otherwise than it was written', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const damaged = this.name === 'shards' && String(value).includes('Fusion of spine');
      return put.call(
        this,
        damaged ? String(value).replace('Fusion of spine', 'Fusion of spleen') : value,
        key,
      );
    });
    const store = newStore();
    await store.fill();
    const state = await store.state();
    expect(state).toMatchObject({ state: 'packaged' });
    expect(state.state === 'packaged' && state.problem).toContain('is not what was written');
    expect((await inDatabase()).current).toBeUndefined();
    expect((await lookUp(store)).verdict === 'header').toBe(true);
  });

  it('drops what a killed worker left half-written, at the next filling', async () => {
    const database = await stopAfter(500);
    expect(await inDatabase()).toMatchObject({ current: undefined, shards: 500 });
    database.close();
    await newStore().fill();
    const { generations, shards, current } = await inDatabase();
    expect([generations, shards]).toEqual([[current], 1921]);
  });

  it('answers from the package when IndexedDB is switched off, and says so once', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('switched off', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const store = newStore();
    await store.fill();
    expect((await lookUp(store)).verdict).toBe('header');
    expect(await store.state()).toMatchObject({ state: 'packaged', problem: 'SecurityError: switched off' });
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it('answers from the package when a stored shard is gone, and says so', async () => {
    await newStore().fill();
    const database = await openDB('dxlens');
    const { current } = await inDatabase();
    await database.delete('shards', [current, 'M43']);
    database.close();
    expect((await lookUp(newStore())).verdict).toBe('header');
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('answering from the package'));
  });

  it('makes way for a newer version of the extension, and goes on from the package', async () => {
    const store = newStore();
    await store.fill();
    const newer = await openDB('dxlens', 99);
    expect((await lookUp(store)).verdict).toBe('header');
    newer.close();
  });

  it('builds one search index for filling and for a search that comes meanwhile', async () => {
    const source = packaged();
    const shards = vi.spyOn(source, 'shards');
    const store = newStore(source);
    const filling = store.fill();
    await store.searchIndex();
    await filling;
    expect(shards).toHaveBeenCalledTimes(1);
  });
});

/** A database as a worker leaves it that is killed after it has written so many shards. */
async function stopAfter(shards: number) {
  const store = newStore();
  await store.release();
  const database = await openDB('dxlens');
  await database.put('generations', { id: 'killed' }, 'killed');
  for (let nth = 0; nth < shards; nth++) await database.put('shards', '[0]', ['killed', String(nth)]);
  return database;
}
