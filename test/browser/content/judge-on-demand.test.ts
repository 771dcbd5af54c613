import { afterEach, describe, expect, it, vi } from 'vitest';
import { givePart } from '../../../entrypoints/content/handover';
import { JudgeOnDemand } from '../../../entrypoints/content/judge-on-demand';
import { judgeOn } from '../../../entrypoints/content/weighing/judge';

const release = { verdicts: { of: async () => new Map() }, titles: { of: async () => new Map() } };

afterEach(() => Reflect.deleteProperty(globalThis, Symbol.for('dxlens:parts')));

describe('the judge of a frame', () => {
  it('is the same for all who ask for it, also at once', async () => {
    const make = vi.fn(judgeOn);
    const judge = new JudgeOnDemand(release);
    expect(judge.here).toBeNull();
    givePart('judge', make);
    const [first, second] = await Promise.all([judge.fetch(), judge.fetch()]);
    expect(first).toBe(second);
    expect(judge.here).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
