import { describe, expect, it } from 'vitest';
import { dotted } from '../../data/code';
import { completionsOf, descendantsOf, needsSeventhCharacter, parentsOf } from '../../data/family';
import type { CodeNode, Shard } from '../../data/release';
import { codeOf, embedded } from './release';

async function shardOf(text: string): Promise<Shard> {
  const shard = await embedded.shard(codeOf(text.slice(0, 3)));
  if (!shard) throw new Error(`no category ${text}`);
  return shard;
}

const print = (nodes: readonly CodeNode[]) => nodes.map(({ code }) => dotted(code));

describe('the codes above a code', () => {
  it.each([
    ['M43.22', ['M43', 'M43.2']],
    ['W21.89XA', ['W21', 'W21.8', 'W21.89']],
    ['T36.0X1A', ['T36', 'T36.0', 'T36.0X', 'T36.0X1']],
    ['I10', []],
    ['E11.95', ['E11', 'E11.9']],
  ])('for %s are %j, outermost first', async (code, parents) => {
    expect(print(parentsOf(await shardOf(code), codeOf(code)))).toEqual(parents);
  });
});

describe('the codes below a code', () => {
  it('are in tabular order, without the code itself', async () => {
    expect(print(descendantsOf(await shardOf('I42'), codeOf('I42.0')))).toEqual([
      'I42.00',
      'I42.01',
      'I42.09',
    ]);
  });

  it('of a billable code are none', async () => {
    expect(descendantsOf(await shardOf('E11'), codeOf('E11.9'))).toEqual([]);
  });
});

describe('the seventh character', () => {
  it.each([
    ['S52.501', true],
    ['W21.89', true],
    ['T07', true],
    ['M86.8X1', true],
    ['S52.5', false],
    ['S52', false],
    ['M43.2', false],
    ['T36.0', false],
  ])('is all that %s lacks: %s', async (text, needs) => {
    const shard = await shardOf(text);
    const node = shard.nodes.find(({ code }) => code === codeOf(text)) as CodeNode;
    expect(needsSeventhCharacter(shard, node)).toBe(needs);
  });

  it('completes nothing that has one', async () => {
    expect(completionsOf(await shardOf('S52'), codeOf('S52.501A'))).toEqual([]);
  });

  it('completes nothing where the codes are shorter', async () => {
    expect(completionsOf(await shardOf('M43'), codeOf('M43.2'))).toEqual([]);
  });

  it('is moved to its place behind the placeholders', async () => {
    expect(print(completionsOf(await shardOf('W21'), codeOf('W21.89D')))).toEqual(['W21.89XD']);
  });
});
