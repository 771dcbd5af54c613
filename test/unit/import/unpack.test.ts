import { mkdtempSync, openAsBlob, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../data/import/limits';
import { findFiles } from '../../../data/import/unpack';
import { Work } from '../../../data/import/work';
import { file, orderText, tabularText, zip } from './small-release';

/** For files of 500 MB, which take no room: all but their beginning is a hole. */
const FOLDER = mkdtempSync(join(tmpdir(), 'dxlens-unpack-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const find = (name: string, content: string | Uint8Array) => findFiles([file(name, content)], new Work());

/** The files found, read to their end. */
async function readAll(name: string, content: string | Uint8Array): Promise<[string, string, number][]> {
  const found = await find(name, content);
  return Promise.all(
    found.map(
      async ({ path, kind, read }): Promise<[string, string, number]> => [path, kind, (await read()).length],
    ),
  );
}

describe('what is in the given files', () => {
  it('is found in nested zips, whatever their names', async () => {
    const inner = zip({ 'ICD10CM_TABLE & index/ Tabular_-List .TXT': tabularText(), 'x.bin': orderText() });
    const outer = zip({
      'Folder/': '',
      'Folder/Zip_File.dat': inner,
      '__MACOSX/._x': 'x',
      'ReadMe.PDF': '%PDF-1.4',
    });
    expect(await readAll('2028 update', outer)).toEqual([
      [
        '2028 update › Folder/Zip_File.dat › ICD10CM_TABLE & index/ Tabular_-List .TXT',
        'tabular',
        tabularText().length,
      ],
      ['2028 update › Folder/Zip_File.dat › x.bin', 'order', orderText().length],
      ['2028 update › ReadMe.PDF', 'pdf', 8],
    ]);
  });

  it('is found in a gzip', async () => {
    expect(await readAll('order.gz', gzipSync(strToU8(orderText())))).toEqual([
      ['order.gz', 'order', orderText().length],
    ]);
  });

  it('is nothing in 500 MB of nonsense, of which only the beginning is read', async () => {
    const path = join(FOLDER, 'nonsense');
    writeFileSync(path, 'nonsense');
    truncateSync(path, 500_000_000);
    const start = performance.now();
    const [found] = await findFiles([{ name: 'nonsense', blob: await openAsBlob(path) }], new Work());
    expect(found?.kind).toBe('unknown');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('is refused unread when 500 MB begin as an official file does', async () => {
    const path = join(FOLDER, 'nonsense');
    writeFileSync(path, orderText().repeat(10));
    truncateSync(path, 500_000_000);
    const finding = findFiles([{ name: 'big.txt', blob: await openAsBlob(path) }], new Work());
    await expect(finding).rejects.toThrow('big.txt: it has 500 MB; no official file has more than 100 MB');
  });
});

describe('a zip is refused', () => {
  it('that is cut off', async () => {
    const whole = zip({ 'order.txt': orderText() });
    await expect(find('a.zip', whole.subarray(0, whole.length - 30))).rejects.toThrow(
      'a.zip: the zip is cut off',
    );
  });

  it('whose content is damaged', async () => {
    const damaged = zipSync({ 'order.txt': [strToU8(orderText()), { level: 0 }] });
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    await expect(readAll('a.zip', damaged)).rejects.toThrow('has another checksum');
  });

  it('that is encrypted', async () => {
    const encrypted = zip({ 'order.txt': orderText() });
    const directory = Buffer.from(encrypted).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    encrypted[directory + 8] = (encrypted[directory + 8] ?? 0) | 1;
    await expect(find('a.zip', encrypted)).rejects.toThrow('order.txt is encrypted');
  });

  it('that is empty', async () => {
    await expect(find('a.zip', zip({}))).rejects.toThrow('a.zip: the zip holds no files');
  });

  it('with zips nested too deeply', async () => {
    let nested = zip({ 'order.txt': orderText() });
    for (let depth = 0; depth < LIMITS.depth; depth++) nested = zip({ 'inner.zip': nested });
    await expect(find('a.zip', nested)).rejects.toThrow('zips are nested more than 3 deep');
  });

  it('with too many files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.entries + 1 }, (_, nth) => [`${nth}.txt`, 'x']),
    );
    await expect(find('a.zip', zip(many))).rejects.toThrow('more than 500 files');
  });

  it('that is a bomb, told by what its directory says', async () => {
    const order = strToU8(orderText());
    const large = new Uint8Array(LIMITS.unpacked + 1).fill(65);
    large.set(order);
    await expect(readAll('a.zip', zip({ 'order.txt': large }))).rejects.toThrow(
      'unpacks to 65 MB, more than any',
    );
  });

  it('that is a bomb whose directory lies', async () => {
    const large = new Uint8Array(20_000_000).fill(65);
    large.set(strToU8(orderText()));
    const bomb = zip({ 'order.txt': large });
    const directory = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 1000, true);
    await expect(readAll('a.zip', bomb)).rejects.toThrow('as a zip bomb does');
  });
});

it('a damaged gzip is refused', async () => {
  const packed = gzipSync(strToU8(orderText()));
  await expect(readAll('a.gz', packed.subarray(0, packed.length - 100))).rejects.toThrow(
    'damaged or cut off',
  );
});

it('a gzip with one bit changed anywhere in its content is refused, for its checksum says so', async () => {
  const packed = gzipSync(strToU8(orderText()));
  for (let at = 10; at < packed.length; at++) {
    const changed = packed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(readAll('a.gz', changed), `byte ${at}`).rejects.toThrow('damaged or cut off');
  }
  await expect(readAll('a.gz', packed.subarray(0, -1))).rejects.toThrow('damaged or cut off');
});

it('a gzip of several parts is one file', async () => {
  const [text, half] = [orderText(), 500];
  const parts = [text.slice(0, half), text.slice(half)].map((part) => gzipSync(strToU8(part)));
  const whole = new Uint8Array(Buffer.concat(parts));
  expect(await readAll('a.gz', whole)).toEqual(await readAll('a.gz', gzipSync(strToU8(text))));
  whole[(parts[0]?.length ?? 0) - 5] = (whole[(parts[0]?.length ?? 0) - 5] ?? 0) ^ 1;
  await expect(readAll('a.gz', whole)).rejects.toThrow('damaged or cut off');
});
