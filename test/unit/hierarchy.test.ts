import { beforeAll, describe, expect, it } from 'vitest';
import { dotted } from '../../data/code';
import { type Step, stepsTo } from '../../data/hierarchy';
import { lookup } from '../../data/lookup/lookup';
import { bookOf, codeOf, embedded, IN_FY2027, ReleaseInMemory } from './release';

async function stepsAbove(text: string): Promise<readonly Step[]> {
  const found = await lookup(bookOf(embedded), codeOf(text), IN_FY2027);
  if (!('entry' in found)) throw new Error(`${text} is unknown`);
  return found.entry.hierarchy;
}

const idOf = (step: Step) => ('code' in step ? dotted(step.code) : step.id);

describe('the place of a code', () => {
  it('goes from the chapter over blocks, widest first, to its parent', async () => {
    expect(await stepsAbove('M43.22')).toEqual([
      {
        kind: 'chapter',
        id: '13',
        title: 'Diseases of the musculoskeletal system and connective tissue (M00-M99)',
      },
      { kind: 'block', id: 'M40-M54', title: 'Dorsopathies (M40-M54)' },
      { kind: 'block', id: 'M40-M43', title: 'Deforming dorsopathies (M40-M43)' },
      { kind: 'category', code: 'M43', title: 'Other deforming dorsopathies' },
      { kind: 'subcategory', code: 'M432', title: 'Fusion of spine' },
    ]);
  });

  it.each([
    ['T20.011A', ['19', 'T07-T88', 'T20-T32', 'T20-T25', 'T20', 'T20.0', 'T20.01', 'T20.011']],
    ['V43.52XA', ['20', 'V00-X58', 'V00-V99', 'V40-V49', 'V43', 'V43.5', 'V43.52']],
    ['I10', ['9', 'I10-I1A']],
    ['B99.9', ['1', 'B99', 'B99']],
  ])('%s lies in %j', async (code, ids) => {
    expect((await stepsAbove(code)).map(idOf)).toEqual(ids);
  });

  it('has no block where none is published: QA17', async () => {
    expect((await stepsAbove('QA17')).map(idOf)).toEqual(['17', 'QA1']);
  });

  it('has a block whose printed range does not reach it: J4B', async () => {
    expect((await stepsAbove('J4B')).map(idOf)).toEqual(['10', 'J40-J4A']);
  });

  it('tells a block from a category with the same id', async () => {
    expect((await stepsAbove('B99.9')).slice(1).map(({ kind }) => kind)).toEqual(['block', 'category']);
  });
});

describe('all categories', () => {
  let release: ReleaseInMemory;
  beforeAll(async () => {
    release = await ReleaseInMemory.read();
  });

  it('lie in one chapter, and but for QA1 in a block', async () => {
    const { categories } = await release.outline();
    const chapters = new Set<string>();
    const homeless: string[] = [];
    for (const { code } of categories) {
      const shard = await release.shard(code);
      const node = shard?.nodes[0];
      if (!shard || !node) throw new Error(`no shard for ${code}`);
      const [first, ...others] = (await stepsTo(release, shard, node)).map(({ step }) => step);
      if (first?.kind !== 'chapter' || others.some(({ kind }) => kind !== 'block')) homeless.push(code);
      else chapters.add(first.id);
      if (others.length === 0 && code !== 'QA1') homeless.push(code);
    }
    expect(homeless).toEqual([]);
    expect(chapters.size).toBe(22);
  });
});
