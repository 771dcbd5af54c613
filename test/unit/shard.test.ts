import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../data/code';
import type { CodeNode, NodeDetails, Shard } from '../../data/release';
import { decodeShard, encodeShard, parentCode } from '../../data/shard';

const lines = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
const details: fc.Arbitrary<NodeDetails> = fc.record(
  {
    spelling: fc.string({ unit: 'grapheme' }),
    notes: fc.array(fc.record({ kind: fc.constantFrom('includes', 'excludes1', 'codeFirst'), lines })),
    sevenChr: fc.record({
      notes: lines,
      extensions: fc.array(
        fc.record({ char: fc.constantFrom('A', 'D', '1'), text: fc.string(), notes: lines }),
      ),
    }),
    table: fc.array(lines),
  },
  { requiredKeys: [] },
);

/** Official titles start with a letter or a bracket; `^` marks a shortened title in the stored form. */
const title = fc.string({ unit: 'grapheme' }).map((text) => `T${text}`);

const shards: fc.Arbitrary<Shard> = fc
  .record({
    category: fc.stringMatching(/^[A-Z][0-9A-Z]{2}$/) as fc.Arbitrary<Code>,
    suffixes: fc.uniqueArray(fc.stringMatching(/^[0-9AX]{1,4}$/), { maxLength: 12 }),
    start: fc.nat(98_000),
  })
  .chain(({ category, suffixes, start }) => {
    const codes = ['', ...suffixes.sort()].map((suffix) => (category + suffix) as Code);
    return fc
      .tuple(...codes.map(() => fc.record({ title, extend: fc.boolean(), billable: fc.boolean(), details })))
      .map((drafts) => ({ category, nodes: nodesOf(codes, drafts, start) }));
  });

interface Draft {
  readonly title: string;
  /** The title begins with the parent's. */
  readonly extend: boolean;
  readonly billable: boolean;
  readonly details: NodeDetails;
}

function nodesOf(codes: readonly Code[], drafts: readonly Draft[], start: number): CodeNode[] {
  const titles = new Map<Code, string>();
  return drafts.map(({ title: own, extend, billable, details: rest }, index) => {
    const code = codes[index] as Code;
    const parent = titles.get(parentCode(code, titles) ?? code) ?? '';
    const node = { code, title: extend ? parent + own : own, billable, position: start + index, ...rest };
    titles.set(code, node.title);
    return node;
  });
}

describe('a shard', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(shards, (shard) => {
        expect(decodeShard(shard.category, encodeShard(shard))).toEqual(shard);
      }),
    );
  });

  it('is written as the same text each time', () => {
    fc.assert(
      fc.property(shards, (shard) => {
        const text = encodeShard(shard);
        expect(encodeShard(decodeShard(shard.category, text))).toBe(text);
      }),
    );
  });

  it('stores the part of a title that its parent does not have', () => {
    const nodes = [
      { code: 'W21' as Code, title: 'Striking against sports equipment', billable: false, position: 5 },
      {
        code: 'W2189' as Code,
        title: 'Striking against other sports equipment',
        billable: false,
        position: 6,
      },
      {
        code: 'W2189XA' as Code,
        title: 'Striking against other sports equipment, initial encounter',
        billable: true,
        position: 7,
      },
    ];
    expect(encodeShard({ category: 'W21' as Code, nodes })).toBe(
      '[5,["",0,"Striking against sports equipment"],["89",0,"Striking against other sports equipment"],' +
        '["89XA",1,"^, initial encounter"]]',
    );
  });

  it('is refused when its text is damaged', () => {
    expect(() => decodeShard('W21' as Code, '[5,["",0,"Stri')).toThrow(SyntaxError);
  });
});

describe('the parent of a code', () => {
  const among = new Set(['W21', 'W2189'] as Code[]);

  it('is the longest prefix that is a code, over a placeholder too', () => {
    expect(parentCode('W2189XA' as Code, among)).toBe('W2189');
  });

  it('is null for a category', () => {
    expect(parentCode('W21' as Code, among)).toBeNull();
  });
});
