import { beforeAll, describe, expect, it } from 'vitest';
import { stepsTo } from '../../../data/hierarchy';
import { type EntryKind, kindOfEntry, sentenceOn } from '../../../data/plain-words/kind-of-entry';
import { type PlainEntry, type PlainWords, plainWords } from '../../../data/plain-words/plain-words';
import { knownPlaces } from '../../../data/plain-words/specialties';
import type { CodeNode, Shard } from '../../../data/release';
import { codeOf, ReleaseInMemory } from '../release';

let release: ReleaseInMemory;
beforeAll(async () => {
  release = await ReleaseInMemory.read();
});

async function wordsOn(text: string): Promise<PlainWords> {
  const code = codeOf(text);
  const shard = await release.shard(codeOf(code.slice(0, 3)));
  const node = shard?.nodes.find((candidate) => candidate.code === code);
  if (!shard || !node) throw new Error(`no code ${text}`);
  return plainWords(await entryOf(shard, node));
}

async function entryOf(shard: Shard, node: CodeNode): Promise<PlainEntry> {
  const { code, title, billable } = node;
  return { code, title, billable, steps: (await stepsTo(release, shard, node)).map(({ step }) => step) };
}

describe('the kind of an entry', () => {
  it.each<[string, EntryKind]>([
    ['E11', 'category'],
    ['I10', 'category code'],
    ['M43.2', 'subcategory'],
    ['E11.9', 'code'],
    ['S52.501A', 'extended code'],
    ['S52.501', 'subcategory'],
  ])('of %s is %s', (text, kind) => {
    const code = codeOf(text);
    const node = release.nodes.find((candidate) => candidate.code === code) as CodeNode;
    expect(kindOfEntry(node)).toBe(kind);
  });

  it('has a sentence for chapters and blocks too', () => {
    expect(sentenceOn('chapter')).toMatch(/^A chapter: /);
    expect(sentenceOn('block')).toMatch(/^A block: /);
  });
});

describe('the words on', () => {
  it.each<[string, RegExp[], RegExp[]]>([
    ['E11', [/Not on a claim itself.*I\.B\.2/], []],
    ['I50.9', [/unspecified.*I\.A\.9\.b/], [/where the record has it/]],
    ['E11.9', [/provider's record states/], []],
    ['K63.89', [/no code of its own.*I\.A\.9\.a/], [/Which of the conditions/]],
    ['G63', [/underlying disease.*never listed first.*I\.A\.13/], [/underlying disease/]],
    ['H25.11', [/names this side.*I\.B\.13/], []],
    ['M25.569', [/unspecified/], [/unspecified/, /Which side/]],
    [
      'S52.501A',
      [/unspecified/, /names this side/, /active treatment.*I\.C\.19\.a/],
      [/unspecified/, /first visit/],
    ],
    ['S52.501D', [/unspecified/, /names this side/, /After active treatment.*I\.C\.19\.a/], [/unspecified/]],
    [
      'S52.501S',
      [/unspecified/, /names this side/, /coded first.*I\.B\.10/],
      [/unspecified/, /lasting condition/],
    ],
    ['R07.2', [/no related definitive diagnosis.*I\.B\.4/], [/What causes/]],
    [
      'V43.52XA',
      [/active treatment for it\.$/, /never principal.*I\.C\.20\.a\.6/],
      [/first visit/, /What the injury/],
    ],
    ['Y93.11', [/never principal/, /Once, at the initial.*I\.C\.20\.c/], [/What the injury/]],
    ['Z85.3', [/reason of an encounter/, /is over.*I\.C\.21\.c\.4/], [/present now/]],
    ['Z80.3', [/reason of an encounter/, /relative.*I\.C\.21\.c\.4/], [/the person has/]],
    ['Z03.6', [/reason of an encounter/, /ruled out.*I\.C\.21\.c\.6/], [/procedure/, /its own code/]],
    ['C50.911', [/unspecified/, /this side/, /still under treatment.*I\.C\.2\.m/], [/unspecified/]],
    ['C91.01', [/provider's record states/], []],
    ['B95.61', [/additional code.*I\.C\.1\.b/], [/Which disease/]],
    ['Z79.4', [/reason of an encounter/], []],
    ['O80', [/mother's record only.*I\.C\.15\.a\.2/], []],
    [
      'P07.10',
      [/unspecified/, /no code of its own/, /newborn's record only.*I\.C\.16\.a\.1/],
      [/unspecified/, /gathered here/],
    ],
    ['T39.011A', [/active treatment/, /taken or given wrongly.*\(b\)/], [/first visit/]],
    ['T39.015A', [/active treatment/, /properly taken.*\(a\)/], [/first visit/, /harm/]],
    ['T39.016A', [/active treatment/, /less of a drug.*\(c\)/], [/first visit/, /Why less/]],
    ['T76.02XA', [/active treatment/, /suspected.*I\.C\.19\.f/], [/first visit/, /confirmed/]],
  ])('%s say when it is used and what it leaves open', async (code, when, open) => {
    const { whenUsed, doesNotSay } = await wordsOn(code);
    expect({ whenUsed, doesNotSay }).toEqual({
      whenUsed: when.map((pattern) => expect.stringMatching(pattern)),
      doesNotSay: open.map((pattern) => expect.stringMatching(pattern)),
    });
  });
});

describe('the specialties', () => {
  it.each([
    ['M43.22', 'Orthopedic surgery'],
    ['I21.4', 'Cardiology'],
    ['H40.1110', 'Ophthalmology'],
    ['QA17', 'Medical genetics'],
    ['T20.011A', 'Burn surgery'],
  ])('of %s begin with %s', async (code, specialty) => {
    expect((await wordsOn(code)).specialties[0]).toBe(specialty);
  });

  it('are those of the innermost block', async () => {
    expect((await wordsOn('M04.1')).specialties).toEqual(['Rheumatology', 'Internal medicine']);
  });

  it('are known for every block of the release, and for no other but QA1, which stands in none', async () => {
    const { blocks } = await release.outline();
    expect(blocks).toHaveLength(297);
    expect([...knownPlaces()].sort()).toEqual([...blocks.map(({ id }) => id), 'QA1'].sort());
  });
});

describe('all codes of the release', () => {
  it('have at least one sentence on use, few in all, each short and ended by a full stop', async () => {
    const odd: string[] = [];
    for (const { code: category } of (await release.outline()).categories) {
      const shard = await release.shard(category);
      if (!shard) throw new Error(`no shard for ${category}`);
      for (const node of shard.nodes) {
        const { kind, whenUsed, doesNotSay, specialties } = plainWords(await entryOf(shard, node));
        const sentences = [kind, ...whenUsed, ...doesNotSay];
        const fine =
          whenUsed.length > 0 &&
          whenUsed.length <= 6 &&
          doesNotSay.length <= 5 &&
          specialties.length > 0 &&
          sentences.every((sentence) => sentence.endsWith('.') && sentence.length <= 150);
        if (!fine) odd.push(node.code);
      }
    }
    expect(odd).toEqual([]);
  });
}, 60_000);
