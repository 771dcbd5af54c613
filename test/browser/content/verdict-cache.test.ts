import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_CODES, sendMessage } from '../../../components/messages';
import type { Code } from '../../../data/code';
import { VerdictCache } from '../../../entrypoints/content/marking/verdict-cache';

vi.mock('../../../components/messages', () => ({ MOST_CODES: 500, sendMessage: vi.fn() }));

const background = vi.mocked(sendMessage as (name: string, codes: string[]) => Promise<string[]>);
const codes = (...list: string[]) => new Set(list as Code[]);
const many = (from: number, count: number) =>
  codes(...Array.from({ length: count }, (_, nth) => `Z${String(from + nth).padStart(5, '0')}`));

beforeEach(() => {
  background.mockReset();
  background.mockImplementation(async (_, asked) => asked.map(() => 'billable'));
});

describe('the verdicts of a page', () => {
  it('are asked of the background once', async () => {
    const cache = new VerdictCache();
    await cache.of(codes('E119', 'I10'));
    const answers = await cache.of(codes('I10', 'M432'));
    expect(background.mock.calls).toEqual([
      ['verdicts', ['E119', 'I10']],
      ['verdicts', ['M432']],
    ]);
    expect([...answers.keys()].sort()).toEqual(['I10', 'M432']);
  });

  it('are asked of many codes in messages of a size that the background takes', async () => {
    const answers = await new VerdictCache().of(many(0, 1_200));
    expect(background.mock.calls.map(([, asked]) => asked.length)).toEqual([MOST_CODES, MOST_CODES, 200]);
    expect(answers.size).toBe(1_200);
  });

  it('are unknown where the background gives none', async () => {
    background.mockResolvedValue([]);
    expect((await new VerdictCache().of(codes('E119'))).get('E119' as Code)).toBe('unknown');
  });

  it('are asked again after a failure', async () => {
    const cache = new VerdictCache();
    background.mockRejectedValueOnce(new Error('the worker is starting'));
    await expect(cache.of(codes('E119'))).rejects.toThrow('starting');
    expect((await cache.of(codes('E119'))).get('E119' as Code)).toBe('billable');
  });

  it('are all there for each of several slices of a page with very many codes', async () => {
    const cache = new VerdictCache();
    const slices = Array.from({ length: 12 }, (_, nth) => many(nth * 1_000, 1_000));
    const answers = await Promise.all(slices.map((slice) => cache.of(slice)));
    expect(
      answers.map((answer, nth) => [...(slices[nth] ?? [])].filter((code) => !answer.has(code))),
    ).toEqual(slices.map(() => []));
  });
});
