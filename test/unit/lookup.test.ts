import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeBook } from '../../data/book';
import { type Code, dotted } from '../../data/code';
import type { Header, Incomplete, Unknown } from '../../data/lookup/answer';
import { lookup, verdicts } from '../../data/lookup/lookup';
import type { CodeNode } from '../../data/release';
import { bookOf, codeOf, IN_FY2027, ReleaseInMemory } from './release';

let release: ReleaseInMemory;
let book: CodeBook;
beforeAll(async () => {
  release = await ReleaseInMemory.read();
  book = bookOf(release);
});

const ask = (text: string) => lookup(book, codeOf(text), IN_FY2027);

/** What the card lists, as a coder would write it. */
function lines(
  list: readonly { code: Code; title: string; extension?: { text: string } | null }[],
): string[] {
  return list.map(({ code, title, extension }) => `${dotted(code)} ${extension?.text ?? title}`);
}

async function header(text: string): Promise<Header> {
  const found = await ask(text);
  if (found.verdict !== 'header') throw new Error(`${text} is ${found.verdict}`);
  return found;
}

async function incomplete(text: string): Promise<Incomplete> {
  const found = await ask(text);
  if (found.verdict !== 'incomplete') throw new Error(`${text} is ${found.verdict}`);
  return found;
}

describe('a billable code', () => {
  it.each([
    ['E11.9', 'Type 2 diabetes mellitus without complications'],
    ['I10', 'Essential (primary) hypertension'],
    ['M43.22', 'Fusion of spine, cervical region'],
    ['C4A.0', 'Merkel cell carcinoma of lip'],
  ])('%s is answered with its title', async (code, title) => {
    expect(await ask(code)).toMatchObject({
      verdict: 'billable',
      asked: codeOf(code),
      entry: { code: codeOf(code), title, billable: true },
    });
  });

  it('comes with the release that it was found in', async () => {
    expect((await ask('E11.9')).release).toMatchObject({ name: 'FY2027', notesAsOf: '2026-04-01' });
  });

  it('says what its seventh character means, by the nearest definition above it', async () => {
    expect(await ask('S52.501A')).toMatchObject({
      entry: { seventh: { extension: { char: 'A', text: 'initial encounter for closed fracture' } } },
    });
    // S12 defines A, B, D, G, K and S; its S12.8 has a definition of its own.
    expect(await ask('S12.8XXA')).toMatchObject({
      entry: { seventh: { extension: { char: 'A', text: 'initial encounter' } } },
    });
  });

  it('has no such meaning where the seventh character tells the side', async () => {
    const found = await ask('M86.8X11');
    expect(found).toMatchObject({ entry: { title: 'Other osteomyelitis, right shoulder' } });
    expect(found).toMatchObject({ entry: { seventh: null } });
  });

  it('has no such meaning when it is shorter', async () => {
    expect(await ask('E11.9')).toMatchObject({ entry: { seventh: null } });
  });
});

describe('a header', () => {
  it('M43.2 is replaced by its nine codes, in tabular order', async () => {
    const { entry, replacements } = await header('M43.2');
    expect(entry).toMatchObject({ title: 'Fusion of spine', billable: false });
    expect(lines(replacements)).toEqual([
      'M43.20 Fusion of spine, site unspecified',
      'M43.21 Fusion of spine, occipito-atlanto-axial region',
      'M43.22 Fusion of spine, cervical region',
      'M43.23 Fusion of spine, cervicothoracic region',
      'M43.24 Fusion of spine, thoracic region',
      'M43.25 Fusion of spine, thoracolumbar region',
      'M43.26 Fusion of spine, lumbar region',
      'M43.27 Fusion of spine, lumbosacral region',
      'M43.28 Fusion of spine, sacral and sacrococcygeal region',
    ]);
  });

  it('I42.0, billable until FY2026, is replaced by its three new codes', async () => {
    expect(lines((await header('I42.0')).replacements)).toEqual([
      'I42.00 Dilated cardiomyopathy, unspecified',
      'I42.01 Familial-genetic dilated cardiomyopathy',
      'I42.09 Other dilated cardiomyopathy',
    ]);
  });

  it('shows the notes of its own node', async () => {
    const { entry } = await header('M43.2');
    expect(entry.notes.map(({ kind }) => kind)).toEqual(['inclusionTerm', 'excludes1', 'excludes2']);
  });

  it('S52 offers the rows directly below it, each with the codes that it leads to', async () => {
    const { choices, replacements } = await header('S52');
    expect(choices.map(({ code }) => dotted(code))).toEqual([
      'S52.0',
      'S52.1',
      'S52.2',
      'S52.3',
      'S52.5',
      'S52.6',
      'S52.9',
    ]);
    expect(choices.every(({ billable }) => !billable)).toBe(true);
    expect(choices.reduce((sum, { leads }) => sum + leads, 0)).toBe(replacements.length);
  });

  it('offers a code behind a placeholder as a direct choice', async () => {
    const { choices } = await header('T36.0X');
    expect(choices.map(({ code, leads }) => [dotted(code), leads])).toEqual(
      [1, 2, 3, 4, 5, 6].map((intent) => [`T36.0X${intent}`, 3]),
    );
  });

  it('counts a choice that is billable itself as one', async () => {
    const { choices } = await header('M43.2');
    expect(choices.map(({ billable, leads }) => [billable, leads])).toEqual(Array(9).fill([true, 1]));
  });
});

describe('an incomplete code', () => {
  it('S52.501 is completed by the sixteen seventh characters of S52, with their texts', async () => {
    const { entry, completions } = await incomplete('S52.501');
    expect(entry.title).toBe('Unspecified fracture of the lower end of right radius');
    expect(lines(completions)).toEqual([
      'S52.501A initial encounter for closed fracture',
      'S52.501B initial encounter for open fracture type I or II',
      'S52.501C initial encounter for open fracture type IIIA, IIIB, or IIIC',
      'S52.501D subsequent encounter for closed fracture with routine healing',
      'S52.501E subsequent encounter for open fracture type I or II with routine healing',
      'S52.501F subsequent encounter for open fracture type IIIA, IIIB, or IIIC with routine healing',
      'S52.501G subsequent encounter for closed fracture with delayed healing',
      'S52.501H subsequent encounter for open fracture type I or II with delayed healing',
      'S52.501J subsequent encounter for open fracture type IIIA, IIIB, or IIIC with delayed healing',
      'S52.501K subsequent encounter for closed fracture with nonunion',
      'S52.501M subsequent encounter for open fracture type I or II with nonunion',
      'S52.501N subsequent encounter for open fracture type IIIA, IIIB, or IIIC with nonunion',
      'S52.501P subsequent encounter for closed fracture with malunion',
      'S52.501Q subsequent encounter for open fracture type I or II with malunion',
      'S52.501R subsequent encounter for open fracture type IIIA, IIIB, or IIIC with malunion',
      'S52.501S sequela',
    ]);
  });

  it.each([
    ['W21.89', ['W21.89XA initial encounter', 'W21.89XD subsequent encounter', 'W21.89XS sequela']],
    ['W21.89X', ['W21.89XA initial encounter', 'W21.89XD subsequent encounter', 'W21.89XS sequela']],
    ['W21.89A', ['W21.89XA initial encounter']],
    ['W21.89S', ['W21.89XS sequela']],
    ['T36.01A', ['T36.0X1A initial encounter']],
    ['T07', ['T07.XXXA initial encounter', 'T07.XXXD subsequent encounter', 'T07.XXXS sequela']],
    ['T07.A', ['T07.XXXA initial encounter']],
    [
      'M86.8X1',
      [
        'M86.8X11 Other osteomyelitis, right shoulder',
        'M86.8X12 Other osteomyelitis, left shoulder',
        'M86.8X19 Other osteomyelitis, unspecified shoulder',
      ],
    ],
  ])('%s is completed by %j', async (text, completions) => {
    expect(lines((await incomplete(text)).completions)).toEqual(completions);
  });

  it('that only lacks placeholders is titled by what it begins with', async () => {
    expect((await incomplete('W21.89A')).entry).toMatchObject({ code: 'W2189', billable: false });
  });

  it('gives no meaning where its list defines no seventh character', async () => {
    const { completions } = await incomplete('M86.8X1');
    for (const completion of completions) expect(completion.extension).toBeNull();
  });
});

describe('an unknown code', () => {
  it.each([
    ['E11.95', 'E11.9'],
    ['S52.501Z', 'S52.501'],
    ['W21.89XB', 'W21.89'],
    ['ZZZ.9', null],
  ])('%s is nearest to %s', async (text, nearest) => {
    const found = await ask(text);
    expect(found.verdict).toBe('unknown');
    expect((found as Unknown).nearest?.code ?? null).toBe(nearest && codeOf(nearest));
  });

  it('is not completed by the children of another code', async () => {
    // S52.50 is a header; S52.5X is none, though the codes below S52.5 begin alike.
    expect((await ask('S52.5X')).verdict).toBe('unknown');
  });
});

describe('all 98,403 codes of the release', () => {
  const misjudged: string[] = [];
  const badCompletions: string[] = [];
  const unreplaced: string[] = [];
  const lost: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    const billable = new Set(release.nodes.filter((node) => node.billable).map(({ code }) => code));
    for (const node of release.nodes) {
      asked++;
      await check(node, billable);
    }
  }, 30_000);

  async function check(node: CodeNode, billable: ReadonlySet<Code>): Promise<void> {
    const found = await lookup(book, node.code, IN_FY2027);
    if ((found.verdict === 'billable') !== node.billable || !('entry' in found)) {
      misjudged.push(node.code);
      return;
    }
    if (found.entry.title !== node.title) misjudged.push(node.code);
    if (found.verdict === 'incomplete') {
      if (found.completions.length === 0) unreplaced.push(node.code);
      const wrong = found.completions.filter(
        ({ code }) => !billable.has(code) || !code.startsWith(node.code) || code.length !== 7,
      );
      badCompletions.push(...wrong.map(({ code }) => `${node.code} → ${code}`));
    }
    if (found.verdict === 'header') {
      const { replacements, choices } = found;
      if (!replacements.every(({ code }) => billable.has(code))) unreplaced.push(node.code);
      if (replacements.length === 0) unreplaced.push(node.code);
      const led = choices.reduce((sum, { leads }) => sum + leads, 0);
      if (led !== replacements.length) lost.push(node.code);
    }
  }

  it('are asked', () => expect(asked).toBe(98_403));
  it('are billable when their flag says so, else header or incomplete', () => expect(misjudged).toEqual([]));
  it('are completed, when incomplete, by billable codes that begin with them', () =>
    expect(badCompletions).toEqual([]));
  it('have a billable replacement, when they are not billable', () => expect(unreplaced).toEqual([]));
  it('lead, when headers, through their choices to every replacement', () => expect(lost).toEqual([]));
});

describe('a code without its placeholders', () => {
  it('is completed with them, for every code that has one', async () => {
    const padded = release.nodes.filter(({ code }) => code.length === 7 && code.slice(3, 6).includes('X'));
    const bare = padded.map(
      ({ code }) => (code.slice(0, 3) + code.slice(3, 6).replaceAll('X', '') + code[6]) as Code,
    );
    // A spelling that is a code of its own means that code.
    const own = new Set(release.nodes.map(({ code }) => code));
    const wrong: string[] = [];
    for (const [index, code] of bare.entries()) {
      const node = padded[index];
      if (own.has(code) || index % 7 !== 0) continue;
      const found = await lookup(book, code, IN_FY2027);
      const codes =
        found.verdict === 'incomplete' ? found.completions.map((completion) => completion.code) : [];
      if (!node || !codes.includes(node.code)) wrong.push(`${code} → ${codes.join()}`);
    }
    expect(padded.length).toBeGreaterThan(10_000);
    expect(wrong).toEqual([]);
  });
});

describe('the verdicts alone', () => {
  it('are those of the lookups, in the order of the codes', async () => {
    const samples = release.nodes
      .filter((_, index) => index % 997 === 0)
      .flatMap(({ code }) => [code, code.slice(0, -1) as Code, `${code.slice(0, 6)}Z` as Code])
      .filter((code) => code.length >= 3);
    const looked = await Promise.all(samples.map((code) => lookup(book, code, IN_FY2027)));
    expect(await verdicts(book, samples, IN_FY2027)).toEqual(looked.map(({ verdict }) => verdict));
    expect(new Set(looked.map(({ verdict }) => verdict)).size).toBe(5);
  });

  it('of no codes are none', async () => {
    expect(await verdicts(book, [], IN_FY2027)).toEqual([]);
  });
});
