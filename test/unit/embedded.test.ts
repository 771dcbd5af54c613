import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { type Code, dotted, parseCode } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import type { Block, CategoryEntry, CodeNode, NodeDetails } from '../../data/release';
import { releaseHash } from '../../data/release-hash';

const PACK = new Uint8Array(readFileSync(new URL('../../data/icd10cm/release.zip', import.meta.url)));
const embedded = new EmbeddedRelease(async () => PACK);

async function node(text: string): Promise<CodeNode | undefined> {
  const code = parseCode(text) as Code;
  const shard = await embedded.shard(code.slice(0, 3) as Code);
  return shard?.nodes.find((candidate) => candidate.code === code);
}

/** Ids of the blocks around a category, from the innermost outwards. */
async function blocksOf(category: string): Promise<string[]> {
  const { blocks, categories } = await embedded.outline();
  const ids: string[] = [];
  let at = categories.find(({ code }) => code === category)?.block ?? null;
  while (at !== null) {
    const block: Block | undefined = blocks[at];
    ids.push(block?.id ?? '?');
    at = block?.parent ?? null;
  }
  return ids;
}

describe('the embedded release', () => {
  it('is FY2027 with the notes of April 2026', async () => {
    expect(await embedded.release()).toMatchObject({
      name: 'FY2027',
      effectiveFrom: '2026-10-01',
      effectiveTo: '2027-09-30',
      notesAsOf: '2026-04-01',
      counts: { codes: 98_403, billable: 74_879, chapters: 22, blocks: 297, categories: 1921 },
    });
  });

  it('has the manifest that is checked in to be read', async () => {
    const text = readFileSync(new URL('../../data/icd10cm/release.json', import.meta.url), 'utf8');
    expect(await embedded.release()).toEqual(JSON.parse(text));
  });

  it('has the hash that its manifest states', async () => {
    const { categories } = await embedded.outline();
    const texts: string[] = [];
    for await (const { text } of embedded.shardTexts()) texts.push(text);
    expect(texts).toHaveLength(categories.length);
    expect(await releaseHash(await embedded.outlineText(), texts)).toBe((await embedded.release()).hash);
  });

  it('places every category directly behind the one before it', async () => {
    const { categories } = await embedded.outline();
    let end = 0;
    let nth = 0;
    for await (const shard of embedded.shards()) {
      const { code, start, count } = categories[nth++] as CategoryEntry;
      expect(shard.category).toBe(code);
      expect([code, start]).toEqual([code, end]);
      expect(shard.nodes.map(({ position }) => position)).toEqual(
        Array.from({ length: count }, (_, i) => start + i),
      );
      end += count;
    }
    expect(end).toBe(98_403);
  });

  it.each([
    ['M43', ['M40-M43', 'M40-M54']],
    ['T20', ['T20-T25', 'T20-T32', 'T07-T88']],
    ['V43', ['V40-V49', 'V00-V99', 'V00-X58']],
    ['B99', ['B99']],
    ['QA0', ['QA0']],
    ['J4B', ['J40-J4A']],
    ['K6A', ['K65-K68']],
    ['QA1', []],
  ])('has %s in the blocks %j', async (category, blocks) => {
    expect(await blocksOf(category)).toEqual(blocks);
  });

  it.each([
    ['J4B', 'J4A', 'J45', '10'],
    ['K6A', 'K65', 'K66', '11'],
    ['QA1', 'QA0', 'R00', '17'],
  ])('has the new category %s between %s and %s, in chapter %s', async (code, before, after, chapter) => {
    const { chapters, categories } = await embedded.outline();
    const at = categories.findIndex((category) => category.code === code);
    expect([categories[at - 1]?.code, categories[at + 1]?.code]).toEqual([before, after]);
    expect(chapters[categories[at]?.chapter ?? -1]?.number).toBe(chapter);
  });

  it('has the notes of M43.2 in the wording and order of the list', async () => {
    expect(await node('M43.2')).toMatchObject({
      title: 'Fusion of spine',
      billable: false,
      notes: [
        { kind: 'inclusionTerm', lines: ['Ankylosis of spinal joint'] },
        {
          kind: 'excludes1',
          lines: ['ankylosing spondylitis (M45.0-)', 'congenital fusion of spine (Q76.4)'],
        },
        {
          kind: 'excludes2',
          lines: ['arthrodesis status (Z98.1)', 'pseudoarthrosis after fusion or arthrodesis (M96.0)'],
        },
      ],
    });
  });

  it('has the note lines that its manifest counts', async () => {
    const { chapters, blocks } = await embedded.outline();
    const nodes: NodeDetails[] = [...chapters, ...blocks];
    for await (const shard of embedded.shards()) nodes.push(...shard.nodes);
    const lines = nodes.flatMap(({ notes }) => notes?.flatMap((note) => note.lines) ?? []);
    expect(lines).toHaveLength((await embedded.release()).counts.noteLines);
  });

  it('keeps the accents of the list beside the title without them, in derived codes too', async () => {
    expect(await node('H81.0')).toMatchObject({ title: "Meniere's disease", spelling: "Ménière's disease" });
    expect(await node('S14.141A')).toMatchObject({
      title: 'Brown-Sequard syndrome at C1 level of cervical spinal cord, initial encounter',
      spelling: 'Brown-Séquard syndrome at C1 level of cervical spinal cord, initial encounter',
    });
    expect(await node('E11.9')).not.toHaveProperty('spelling');
  });

  it('has S12.8 with its own seventh characters, and S12.8XXA titled by them', async () => {
    expect((await node('S12.8'))?.sevenChr?.extensions.map(({ char }) => char)).toEqual(['A', 'D', 'S']);
    expect((await node('S12.8XXA'))?.title).toBe('Fracture of other parts of neck, initial encounter');
    expect(await node('S12.8XXB')).toBeUndefined();
  });

  it('has the table of visual impairment under H54.8, a row for each range', async () => {
    const table = (await node('H54.8'))?.table;
    expect(table).toHaveLength(15);
    expect(table?.[0]?.[0]).toBe('Category of visual impairment');
    expect(table?.slice(10, 13)).toEqual([
      ['4', '1/60(finger counting at one meter)', 'Light perception'],
      ['', '1/50(0.02)', ''],
      ['', '5/300', ''],
    ]);
  });

  it('has a note under the seventh character that it belongs to', async () => {
    const extension = (await node('S52'))?.sevenChr?.extensions.find(({ char }) => char === 'B');
    expect(extension).toEqual({
      char: 'B',
      text: 'initial encounter for open fracture type I or II',
      notes: ['initial encounter for open fracture NOS'],
    });
  });

  it('has I42.0 as a header with its children, and T52.8X no more', async () => {
    expect((await node('I42.0'))?.billable).toBe(false);
    expect((await node('I42.00'))?.billable).toBe(true);
    expect(await node('T52.8X1A')).toBeUndefined();
    expect((await node('Z29.14'))?.title).toBe('Encounter for prophylactic rabies immune globulin');
  });

  it('prints every code so that it is read back', async () => {
    for (const { code } of (await embedded.shard('W21' as Code))?.nodes ?? []) {
      expect(parseCode(dotted(code))).toBe(code);
    }
  });
});

describe('reading the embedded release', () => {
  it('reads the pack once', async () => {
    const read = vi.fn(async () => PACK);
    const source = new EmbeddedRelease(read);
    await Promise.all([
      source.release(),
      source.outline(),
      source.shard('M43' as Code),
      source.shard('I10' as Code),
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('gives null for a category that there is not', async () => {
    expect(await embedded.shard('I64' as Code)).toBeNull();
    expect(await embedded.shard('../release' as Code)).toBeNull();
  });

  it('reads manifest and outline once', async () => {
    const source = new EmbeddedRelease(async () => PACK);
    expect(await source.release()).toBe(await source.release());
    expect(await source.outline()).toBe(await source.outline());
  });

  it('reads an entry that is stored as it is', async () => {
    const zip = zipSync({ 'release.json': strToU8('{"name":"FY2027"}') }, { level: 0 });
    expect(await new EmbeddedRelease(async () => zip).release()).toEqual({ name: 'FY2027' });
  });

  it('tries again after an entry that could not be inflated', async () => {
    const broken = zipSync({ 'release.json': strToU8('{"name":"FY2027"}') }, { level: 9 });
    // Behind the local header and the name: a block of a kind that there is not.
    broken[30 + 'release.json'.length] = 0b111;
    const source = new EmbeddedRelease(vi.fn(async () => PACK).mockResolvedValueOnce(broken));
    await expect(source.release()).rejects.toThrow(/^the packaged release is damaged/);
    expect((await source.release()).name).toBe('FY2027');
  });

  it('tries again after a failed read', async () => {
    const read = vi.fn(async () => PACK).mockRejectedValueOnce(new Error('disk'));
    const source = new EmbeddedRelease(read);
    await expect(source.outline()).rejects.toThrow('disk');
    expect((await source.outline()).categories).toHaveLength(1921);
  });

  it.each([
    ['is cut off', PACK.slice(0, -100)],
    ['is empty', new Uint8Array()],
    ['is an error page', strToU8('<!DOCTYPE html><title>404</title>')],
    ['is another zip', zipSync({ 'readme.txt': strToU8('hello') })],
  ])('rejects with a clear error when the pack %s', async (_, bytes) => {
    await expect(new EmbeddedRelease(async () => bytes).outline()).rejects.toThrow(
      /^the packaged release is damaged/,
    );
  });
});
