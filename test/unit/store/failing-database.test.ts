import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readVocabulary } from '../../../data/build/vocabulary';
import type { Code } from '../../../data/code';
import type { EmbeddedRelease } from '../../../data/embedded';
import { ImportSession } from '../../../data/import/import-session';
import { OurVocabulary } from '../../../data/search/our-vocabulary';
import { openDatabase } from '../../../data/store/database';
import { ReleaseStore } from '../../../data/store/release-store';
import { CODES, file, INDEX, orderText, smallPackage } from '../import/small-release';
import { codesIn, ours } from '../release';

const A00 = 'A00' as Code;
const NEXT = [...CODES.slice(0, 2), 'A008 1 Cholera, other', ...CODES.slice(2)];
const FULL = new DOMException('disk is full', 'QuotaExceededError');
const alone = <T>(_name: string, work: () => Promise<T>) => work();

let packaged: EmbeddedRelease;
const newStore = (vocabulary = ours) => new ReleaseStore(packaged, alone, async () => vocabulary);

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  packaged = await smallPackage();
});

async function filled(): Promise<ReleaseStore> {
  const store = newStore();
  await store.fill();
  return store;
}

/** Makes FY2028 the current release, with one code more in A00, in another context than the store's. */
async function importNext(fiscalYear = 2028): Promise<void> {
  const session = new ImportSession(packaged, alone, async () => ours);
  await session.read([file('o', orderText(NEXT)), file('i', INDEX)]);
  await session.use({ edition: { fiscalYear, april: false }, older: false });
  await newStore().fill();
}

/** Lets the next transaction that reads a store fail, and the second attempt at it. */
function failNextGet(name: string): void {
  const get = IDBObjectStore.prototype.get;
  const failing = new Set<IDBTransaction>();
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    const { transaction } = this;
    if (this.name === name && failing.size < 2 && !failing.has(transaction)) {
      failing.add(transaction);
      queueMicrotask(() => transaction.abort());
    }
    return get.call(this, key);
  });
}

const breakOff = ({ transaction }: IDBObjectStore) => transaction.abort();
const codesOf = async (store: ReleaseStore) => (await store.shard(A00))?.nodes.length;

describe('a category that could not be read', () => {
  it('is never taken from the package when that has another release, and is read the next time', async () => {
    await filled();
    await importNext();
    const store = newStore();
    failNextGet('shards');
    await expect(store.shard(A00)).rejects.toThrow('FY2028 can’t be read from this browser’s database');
    expect(console.warn).toHaveBeenCalledTimes(1);
    expect(await store.state()).toMatchObject({
      state: 'stored',
      release: { name: 'FY2028' },
      problem: expect.stringContaining('AbortError'),
    });
    expect(await codesOf(store)).toBe(4);
  });

  it('is taken from the package when that has the same release, and read from the database the next time', async () => {
    await filled();
    const store = newStore();
    failNextGet('shards');
    expect(await codesOf(store)).toBe(3);
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('answering from the package'));
    const shard = vi.spyOn(packaged, 'shard');
    expect(await codesOf(store)).toBe(3);
    expect(shard).not.toHaveBeenCalled();
  });

  it('leaves no search over the package’s titles behind either', async () => {
    await filled();
    await importNext();
    const store = newStore();
    failNextGet('indexes');
    await expect(store.searchIndex()).rejects.toThrow('FY2028 can’t be read');
    expect(codesIn(await store.searchIndex())).toBe(9);
  });
});

describe('a search index that another version of the extension built', () => {
  const newer = () => {
    const { terms, words } = readVocabulary();
    return new OurVocabulary({ terms: `${terms}\nblue sickness\tcholera\tA00.9\n`, words });
  };

  it.each<[string, (store: IDBObjectStore) => void]>([
    [
      'at once',
      () => {
        throw FULL;
      },
    ],
    ['at the end', breakOff],
  ])('is built anew and used, though the disk is full and says so %s', async (_, fail) => {
    await filled();
    await importNext();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      fail(this);
      return request;
    });
    expect(codesIn(await newStore(newer()).searchIndex())).toBe(9);
    expect(console.warn).toHaveBeenCalledWith(
      expect.stringContaining('the search index could not be stored'),
      expect.anything(),
    );
  });
});

describe('which release is current', () => {
  it('is asked anew after it could not be read', async () => {
    await filled();
    const store = newStore();
    failNextGet('pointers');
    expect(await store.state()).toMatchObject({
      state: 'packaged',
      problem: expect.stringContaining('AbortError'),
    });
    expect(await store.state()).toMatchObject({ state: 'stored' });
  });

  it('is noticed within a second, though nobody told of a switch', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const store = await filled();
    const told = async () => [
      (await store.release()).name,
      await codesOf(store),
      codesIn(await store.searchIndex()),
    ];
    expect(await told()).toEqual(['FY2027', 3, 8]);
    await importNext();
    now.mockReturnValue(2001);
    expect(await told()).toEqual(['FY2028', 4, 9]);
  });
});

describe('a switch', () => {
  it('that can’t read what is current throws once, and changes nothing', async () => {
    const store = await filled();
    await importNext();
    failNextGet('pointers');
    await expect(store.goBack()).rejects.toThrow();
    vi.restoreAllMocks();
    expect((await newStore().release()).name).toBe('FY2028');
  });

  it('that drops the generation in use leaves nobody with the terms of none', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    await filled();
    await importNext();
    const store = newStore();
    expect((await store.terms(A00)).size).toBe(2);
    for (const year of [2029, 2030]) await importNext(year);
    expect((await store.terms(A00)).size).toBe(2);
  });
});

describe('a database that an older version of the extension holds', () => {
  /** A connection that does not make way. */
  const hold = () => openDB('dxlens', 1);

  it('keeps no lookup waiting, and is used as soon as it is free', async () => {
    const older = await hold();
    const store = newStore();
    for (const _ of [1, 2, 3]) expect((await store.release()).name).toBe('FY2027');
    expect(await store.state()).toMatchObject({
      state: 'packaged',
      problem: expect.stringContaining('another version of Dx Lens'),
    });
    older.close();
    await vi.waitFor(async () => {
      await store.fill();
      expect(await store.state()).toMatchObject({ state: 'stored' });
    });
  });

  it('is closed when it comes too late for who asked for it', async () => {
    const older = await hold();
    await expect(openDatabase('dxlens', () => undefined)).rejects.toThrow('another version of Dx Lens');
    older.close();
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  });
});
