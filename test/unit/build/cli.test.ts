import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import { EmbeddedRelease } from '../../../data/embedded';
import { parseOrderFile } from '../../../data/formats/order-file';
import { DESCRIPTIONS_2026, describeOfficial, OFFICIAL_FOLDER, ORDER_2027, official } from '../official';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run data -- …`; with `readOnce` its reader goes away after the first piece, as `head` does. */
async function data(args: readonly string[], readOnce = false): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'data/build/cli.ts', ...args], { stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    if (readOnce) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, err };
}

describe('npm run data', { timeout: 30_000 }, () => {
  it.each([
    ['without a command', [], 'no command given'],
    ['with an unknown command', ['frobnicate'], 'there is no command "frobnicate"'],
    ['with a command that is a property of every object', ['toString'], 'there is no command "toString"'],
    ['with an unknown option', ['print', '--colour'], "Unknown option '--colour'"],
    ['build with files and no place for the result', ['build', '--from', 'x.zip'], '--from needs --out'],
  ])('%s prints the usage and ends with 2', async (_, args, reason) => {
    const { status, out, err } = await data(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(reason);
    expect(err).toContain('usage: npm run data -- COMMAND');
  });

  it('prints the usage on demand', async () => {
    expect(await data(['--help'])).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('print'),
    });
  });

  it('print ends quietly when its reader goes away', async () => {
    const { status, out, err } = await data(['print'], true);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^A00\t0\tCholera\nA000\t1\tCholera due to Vibrio cholerae 01, biovar cholerae\n/);
  });
});

describeOfficial('npm run data -- print and the official order file of FY2027', () => {
  it('agree row by row: code, flag and long title', { timeout: 30_000 }, async () => {
    const { rows } = parseOrderFile(official(ORDER_2027), 'order-2027');
    const { out } = await data(['print']);
    const printed = out.split('\n');
    expect(printed.pop()).toBe('');
    expect(printed).toHaveLength(rows.length);
    const wanted = rows.map(({ code, billable, title }) => `${code}\t${billable ? 1 : 0}\t${title}`);
    expect(printed.filter((line, index) => line !== wanted[index])).toEqual([]);
  });
});

describeOfficial('npm run data -- build --from', () => {
  it('builds a release from the FY2026 zip', { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dxlens-build-'));
    const { status, out } = await data([
      'build',
      '--from',
      `${OFFICIAL_FOLDER}/${DESCRIPTIONS_2026}`,
      '--out',
      folder,
    ]);
    expect(status).toBe(0);
    expect(out).toContain('FY2026 (published file): 98186 codes, 74719 billable');
    const built = new EmbeddedRelease(async () => readFileSync(join(folder, 'release.zip')));
    expect(await built.release()).toMatchObject({
      name: 'FY2026',
      counts: { codes: 98_186, billable: 74_719 },
    });
    expect((await built.shard('M43' as Code))?.nodes[0]?.notes).toBeDefined();
    rmSync(folder, { recursive: true });
  });
});
