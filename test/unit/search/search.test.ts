import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import type { SearchEngine } from '../../../data/search/engine';
import type { SearchResults } from '../../../data/search/results';
import { search } from '../../../data/search/search';
import { embedded, engineFor, ReleaseInMemory } from '../release';

let release: ReleaseInMemory;
let engine: SearchEngine;
beforeAll(async () => {
  release = await ReleaseInMemory.read();
  engine = await engineFor(embedded.shards());
}, 30_000);

const ask = (query: string, limit = 50): Promise<SearchResults> =>
  search(release, engine, { text: query, limit });

async function codesFor(query: string, limit?: number): Promise<string[]> {
  return (await ask(query, limit)).hits.map(({ code }) => dotted(code));
}

const M43_2 = ['M43.2', ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((site) => `M43.2${site}`)];

describe('a search for a code', () => {
  it.each(['M43.2', 'M432', 'm43.2', 'm432', ' M43.2 ', 'M43.2-', 'M43.2.', 'M432-'])(
    'as %j finds it and all below it, in tabular order',
    async (query) => {
      expect(await codesFor(query)).toEqual(M43_2);
    },
  );

  it('finds M43.22 alone for M4322', async () => {
    expect(await codesFor('M4322')).toEqual(['M43.22']);
  });

  it.each(['M43', 'M43.', 'M43.-'])('by its category as %j begins with the category', async (query) => {
    const { hits, total } = await ask(query, 5);
    expect(hits.map(({ code }) => dotted(code))).toEqual(['M43', 'M43.0', 'M43.00', 'M43.01', 'M43.02']);
    expect(total).toBe(58);
  });

  it.each([
    ['E1', ['E10', 'E11', 'E13', 'E15', 'E16']],
    ['C4', ['C40', 'C41', 'C43', 'C4A', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49']],
    ['QA', ['QA0', 'QA1']],
  ])('by two characters, %s, finds the categories in tabular order', async (query, categories) => {
    expect(await codesFor(query)).toEqual(categories);
  });

  it('tells each verdict', async () => {
    const verdicts = Object.fromEntries(
      (await ask('S52.501')).hits.map(({ code, verdict }) => [dotted(code), verdict]),
    );
    expect(verdicts).toMatchObject({ 'S52.501': 'incomplete', 'S52.501A': 'billable' });
    expect((await ask('M43.2')).hits[0]?.verdict).toBe('header');
  });

  it('without its placeholder finds the code with it', async () => {
    expect(await codesFor('W21.89A')).toEqual(['W21.89XA']);
    expect(await codesFor('t3601a')).toEqual(['T36.0X1A']);
  });

  it('that the release does not have finds nothing', async () => {
    expect(await ask('E11.95')).toEqual({ hits: [], total: 0, corrected: null });
  });
});

describe('a search for words', () => {
  it('lists M43.22 among the first three for “fusion spine cervical”', async () => {
    expect((await codesFor('fusion spine cervical')).slice(0, 3)).toContain('M43.22');
  });

  it.each(['cervical spine fusion', 'Fusion of Spine, Cervical', 'spine CERVICAL fusion', 'cervi fus spi'])(
    'finds M43.22 first for %j: order, case and endings do not matter',
    async (query) => {
      expect((await codesFor(query))[0]).toBe('M43.22');
    },
  );

  it('finds titles that have every word', async () => {
    const { hits } = await ask('femur fracture displaced', 15);
    expect(hits).toHaveLength(15);
    for (const { title } of hits) expect(title).toMatch(/(?=.*femur)(?=.*fracture)(?=.*displaced)/i);
  });

  it.each([
    ['Ménière', 'H81.09'],
    ['menieres disease', 'H81.09'],
    ["crohn's disease", 'K50.90'],
    ['essential hypertension', 'I10'],
    ['type 2 diabetes mellitus', 'E11.9'],
    ['diabetes mellitus type II', 'E11.9'],
    ['HTN', 'I10'],
    ['heart failure', 'I50.9'],
    ['oedema', 'R60.9'],
    ['posttraumatic stress disorder', 'F43.10'],
    ['post traumatic stress disorder', 'F43.10'],
  ])('finds for %j %s among the first', async (query, code) => {
    expect((await codesFor(query, 3))[0]).toBe(code);
  });

  it('puts the title that it covers most of first, and its default before a header', async () => {
    expect((await codesFor('fusion of spine')).slice(0, 2)).toEqual(['M43.20', 'M43.2']);
  });

  it.each([
    ['leukemia in remission', 'C95.91'],
    ['multiple myeloma in remission', 'C90.01'],
    ['concussion with loss of consciousness', 'S06.0X9A'],
    ['concussion without loss of consciousness', 'S06.0X0A'],
  ])('takes a word that a title denies for no match: %j finds %s first', async (query, code) => {
    expect((await codesFor(query))[0]).toBe(code);
  });

  it('gives no more than it was asked for, and says how many rows there are', async () => {
    const { hits, total } = await ask('fracture', 7);
    expect(hits).toHaveLength(7);
    expect(total).toBeGreaterThan(1_000);
  });

  it('goes on where it was', async () => {
    const { hits } = await ask('fracture', 30);
    const rest = await search(release, engine, { text: 'fracture', limit: 20, offset: 10 });
    expect(rest.hits).toEqual(hits.slice(10));
  });

  it('gives billable codes alone when asked', async () => {
    const { hits } = await search(release, engine, { text: 'diabetes', limit: 50, billableOnly: true });
    expect(hits).toHaveLength(50);
    for (const { verdict } of hits) expect(verdict).toBe('billable');
  });

  it('gives the codes of one chapter alone when asked', async () => {
    const { hits, total } = await search(release, engine, { text: 'diabetes', limit: 50, chapter: '15' });
    expect(total).toBeGreaterThan(10);
    for (const { code } of hits) expect(code[0]).toBe('O');
  });

  it('never lists a code twice', async () => {
    const codes = await codesFor('fusion fusion cervical fus', 50);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a row', () => {
  const first = async (query: string) => (await ask(query, 1)).hits[0];

  it('marks what matched in its title', async () => {
    const hit = await first('cervical fus');
    expect(hit?.matched.map(([from, to]) => hit.title.slice(from, to))).toEqual(['Fus', 'cervical']);
  });

  it('says by which inclusion term it was found', async () => {
    expect(await first('ankylosis of spinal joint')).toMatchObject({
      why: { kind: 'inclusion-term', text: 'Ankylosis of spinal joint' },
    });
  });

  it('says by which of our terms it was found, with its meaning', async () => {
    const hit = await first('heart attack');
    expect(hit?.spelling).toBe('I21.9');
    expect(hit?.why?.kind).toBe('our-term');
    expect(hit?.why?.text).toMatch(/^heart attack \(.+\)$/);
  });

  it('does not explain what its title says', async () => {
    expect((await first('essential hypertension'))?.why).toBeUndefined();
  });

  it('says of which header it is the default', async () => {
    expect(await first('aortic aneurysm and dissection')).toMatchObject({
      spelling: 'I71.9',
      why: { kind: 'usual', text: 'I71 Aortic aneurysm and dissection' },
    });
  });

  it('stands for the sides and seventh characters of its code', async () => {
    const hit = await first('unspecified fracture of lower end of right radius');
    expect(hit?.spelling).toBe('S52.501A');
    expect(hit?.family?.differsIn).toBe('side and seventh character');
    const codes = hit?.family?.others.map(({ spelling }) => spelling);
    expect(codes).toContain('S52.501D');
    expect(codes).toContain('S52.502A');
    expect(codes).not.toContain('S52.501A');
  });

  it('is the seventh character that was asked for', async () => {
    expect((await first('sequela sprain of right ankle'))?.spelling).toBe('S93.401S');
  });
});

describe('a misspelt search', () => {
  it('finds diabetes mellitus for “diabetis melitus”, and says so', async () => {
    const { hits, corrected, total } = await ask('diabetis melitus');
    expect(corrected).toBe('diabetes mellitus');
    expect(total).toBeGreaterThan(100);
    for (const { title } of hits.slice(0, 10)) expect(title).toMatch(/diabetes mellitus/i);
  });

  it('keeps the words that are right', async () => {
    expect((await ask('fuson spine cervical')).corrected).toBe('fusion spine cervical');
    expect((await codesFor('fuson spine cervical'))[0]).toBe('M43.22');
  });

  it('is not corrected when its words stand in titles, though in none together: those with most of them are found', async () => {
    const { hits, corrected } = await ask('diabetes fusion spine');
    expect(corrected).toBeNull();
    expect(hits[0]?.title).toMatch(/^Fusion of spine/);
  });

  it('finds nothing for what is like no word', async () => {
    expect(await ask('zzzzqqqq')).toEqual({ hits: [], total: 0, corrected: null });
  });
});

describe('a text that is no query', () => {
  it.each([
    '',
    '   ',
    '.,;:!?()[]{}-_/\\^$*+|"\'',
    '-',
    '.-',
    '😀🩺',
    'مرحبا بالعالم',
    'שלום',
    '\u202EM43.2',
    '\0',
    '\uD800',
  ])('%j finds nothing or something, and does no harm', async (query) => {
    const { hits, total } = await ask(query);
    expect(total).toBeGreaterThanOrEqual(hits.length);
  });

  it.each(['...', '😀', 'مرحبا'])('%j is refused, with the reason', async (query) => {
    expect(await ask(query)).toMatchObject({
      hits: [],
      total: 0,
      refused: expect.stringContaining('no digit'),
    });
  });

  it('of nothing is no query, and no reason is given', async () => {
    expect(await ask('  ')).toEqual({ hits: [], total: 0, corrected: null });
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE codes;--",
    '__proto__',
    'constructor',
    '%00%2e%2e/',
  ])('%j is searched for as words', async (query) => {
    const { hits } = await ask(query);
    for (const { title } of hits) expect(title).not.toMatch(/[<>;]/);
  });

  it.each([
    ['one word', 'a'.repeat(10_000)],
    ['one known word', 'fusion '.repeat(1_500)],
    ['words', Array.from({ length: 2_000 }, (_, nth) => `w${nth}`).join(' ')],
    ['points', '.'.repeat(10_000)],
  ])('of 10,000 characters, %s, is refused, with the reason', async (_, query) => {
    expect(await ask(query)).toMatchObject({ total: 0, refused: expect.stringContaining('longer') });
  });

  it.each([
    ['a word', 'a'.repeat(300)],
    [
      'unknown words',
      Array.from({ length: 75 }, (_, nth) => `w${nth}`)
        .join(' ')
        .slice(0, 300),
    ],
    ['misspelt words', 'fracure '.repeat(37)],
  ])('of 300 characters, %s, is answered in under half a second', async (_, query) => {
    const start = performance.now();
    await ask(query);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), async (query) => {
        const { hits, total } = await ask(query, 3);
        expect(hits.length).toBeLessThanOrEqual(Math.min(3, total));
      }),
      { numRuns: 60 },
    );
  });
});
