import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_CODES } from '../../../components/messages';
import type { Code } from '../../../data/code';
import { Answers } from '../../../entrypoints/content/marking/answers';

const background = vi.fn<(codes: Code[]) => Promise<string[]>>();
const codes = (...list: string[]) => new Set(list as Code[]);
const many = (from: number, count: number) =>
  codes(...Array.from({ length: count }, (_, nth) => `Z${String(from + nth).padStart(5, '0')}`));

let answers: Answers<Code, string>;
beforeEach(() => {
  background.mockReset();
  background.mockImplementation(async (asked) => asked.map(() => 'billable'));
  answers = new Answers(background);
});

describe('the answers for a page', () => {
  it('are asked of the background once', async () => {
    await answers.of(codes('E119', 'I10'));
    const given = await answers.of(codes('I10', 'M432'));
    expect(background.mock.calls).toEqual([[['E119', 'I10']], [['M432']]]);
    expect([...given.keys()].sort()).toEqual(['I10', 'M432']);
  });

  it('are asked of many codes in messages of a size that the background takes', async () => {
    const given = await answers.of(many(0, 2 * MOST_CODES + 200));
    expect(background.mock.calls.map(([asked]) => asked.length)).toEqual([MOST_CODES, MOST_CODES, 200]);
    expect(given.size).toBe(2 * MOST_CODES + 200);
  });

  it('are none where the background gives none', async () => {
    background.mockResolvedValue([]);
    expect((await answers.of(codes('E119'))).has('E119' as Code)).toBe(false);
  });

  it('are not asked for without a code', async () => {
    expect((await answers.of(codes())).size).toBe(0);
    expect(background).not.toHaveBeenCalled();
  });

  it('are asked again after a failure', async () => {
    background.mockRejectedValueOnce(new Error('the worker is starting'));
    await expect(answers.of(codes('E119'))).rejects.toThrow('starting');
    expect((await answers.of(codes('E119'))).get('E119' as Code)).toBe('billable');
  });

  it('are asked again once they are forgotten, those still on their way too', async () => {
    let answer: (given: string[]) => void = () => undefined;
    background.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const late = answers.of(codes('E119'));
    answers.forget();
    answer(['deleted']);
    expect((await late).get('E119' as Code)).toBe('deleted');
    expect((await answers.of(codes('E119'))).get('E119' as Code)).toBe('billable');
  });

  it('are all there for each of several slices of a page with very many codes', async () => {
    const slices = Array.from({ length: 12 }, (_, nth) => many(nth * 1_000, 1_000));
    const given = await Promise.all(slices.map((slice) => answers.of(slice)));
    expect(given.map((answer, nth) => [...(slices[nth] ?? [])].filter((code) => !answer.has(code)))).toEqual(
      slices.map(() => []),
    );
  });
});
