import { describe, expect, it } from 'vitest';
import { type Code, dotted } from '../../../data/code';
import { codeOf } from '../release';
import { billableNoMore, packaged, readFlags } from './packaged';

const { history } = packaged;
const flags = await readFlags();

describe('the codes that FY2027 has no more', () => {
  const ended = [...history.allEnded];
  const once = new Set(billableNoMore(flags, 14));

  it('are 682, of which 619 were billable; 1,030 were billable once and are not now', () => {
    expect(ended).toHaveLength(682);
    expect(ended.filter(({ code }) => once.has(code))).toHaveLength(619);
    expect(once.size).toBe(1_030);
  });

  it('all have a title, but for 42 headers of FY2016 and FY2017', () => {
    const untitled = ended.filter(({ title }) => title === null);
    expect(untitled.filter(({ code }) => once.has(code))).toEqual([]);
    expect(untitled).toHaveLength(42);
    expect(untitled.every(({ code }) => /^00?-+$/.test(history.marksOf(code, null) ?? ''))).toBe(true);
  });

  it('have the title of HCUP where they ended before FY2019, and the official long title after that', () => {
    for (const { code, title, titleKind } of ended) {
      if (title === null) continue;
      const endedEarly = !/[01]/.test((history.marksOf(code, null) ?? '').slice(3));
      expect([dotted(code), titleKind]).toEqual([dotted(code), endedEarly ? 'hcup' : 'long']);
    }
    expect(ended.filter(({ titleKind, title }) => title !== null && titleKind === 'hcup')).toHaveLength(295);
  });

  it('are listed by category, in tabular place', () => {
    const codes = history.ended(codeOf('S23')).map(({ code, after }) => [dotted(code), dotted(after)]);
    expect(codes).toEqual([
      ['S23.420', 'S23.42'],
      ['S23.420A', 'S23.42'],
      ['S23.420D', 'S23.42'],
      ['S23.420S', 'S23.42'],
    ]);
    expect(history.ended(codeOf('E11')).map(({ code }) => dotted(code))).toEqual([]);
  });

  it('lie in categories that FY2027 still has, behind codes that it has', () => {
    for (const { code, after } of ended) {
      expect(flags.get(code.slice(0, 3) as Code), dotted(code)).toEqual(expect.any(Number));
      expect(flags.get(after), dotted(code)).toEqual(expect.any(Number));
      expect(after.slice(0, 3)).toBe(code.slice(0, 3));
    }
  });

  it('are found one by one', () => {
    expect(history.endedCode(codeOf('T52.8X1A'))?.title).toBe(
      'Toxic effect of other organic solvents, accidental (unintentional), initial encounter',
    );
    expect(history.endedCode(codeOf('T52.891A'))).toBeNull();
  });
});
