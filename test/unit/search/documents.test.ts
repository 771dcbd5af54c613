import { beforeAll, describe, expect, it } from 'vitest';
import { dotted } from '../../../data/code';
import { defaultOf } from '../../../data/search/default-code';
import { type Document, documentsOf } from '../../../data/search/documents';
import { sideFamilies } from '../../../data/search/side-families';
import { codeOf, ReleaseInMemory } from '../release';

let release: ReleaseInMemory;
beforeAll(async () => {
  release = await ReleaseInMemory.read();
}, 30_000);

async function documentsIn(category: string): Promise<Document[]> {
  const shard = await release.shard(codeOf(category));
  return shard ? documentsOf(shard) : [];
}

describe('a row of the search', () => {
  it('has the seventh characters of its code folded into it, also behind placeholders', async () => {
    const documents = await documentsIn('S52');
    const radius = documents.find(({ code }) => code === 'S52501');
    expect(radius).toMatchObject({ billable: true });
    expect(radius?.sevenths).toHaveLength(16);
    const ball = (await documentsIn('W21')).find(({ code }) => code === 'W2189');
    expect(ball?.sevenths.map(({ code }) => dotted(code))).toEqual(['W21.89XA', 'W21.89XD', 'W21.89XS']);
  });

  it('does not take the last digit of a long code for a seventh character', async () => {
    const codes = (await documentsIn('K63')).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['K638211', 'K638212', 'K638219']));
  });

  it('has every code of the release in one row', async () => {
    let codes = 0;
    for (const category of (await release.outline()).categories) {
      for (const { sevenths } of await documentsIn(category.code)) codes += 1 + sevenths.length;
    }
    expect(codes).toBe(98_403);
  });
});

describe('the default of a header', () => {
  it.each([
    ['I50', 'I50.9'],
    ['J45', 'J45.909'],
    ['E11', 'E11.9'],
    ['E10', 'E10.9'],
    ['K50', 'K50.90'],
    ['S52.5', 'S52.509'],
    ['M43.2', 'M43.20'],
    ['H66.9', 'H66.90'],
    ['I71', 'I71.9'],
  ])('%s is %s', async (header, usual) => {
    const documents = await documentsIn(header.slice(0, 3));
    const at = documents.findIndex(({ code }) => code === codeOf(header));
    const found = defaultOf(documents, at);
    expect(found === null ? null : dotted(documents[found]?.code ?? codeOf('A00'))).toBe(usual);
  });

  it('there is none where no code below says that it is one', async () => {
    const documents = await documentsIn('E11');
    const at = documents.findIndex(({ code }) => code === codeOf('E11.0'));
    expect(defaultOf(documents, at)).toBeNull();
  });
});

describe('a family by sides', () => {
  const familyOf = async (code: string) => {
    const documents = await documentsIn(code.slice(0, 3));
    const back = sideFamilies(documents);
    const at = documents.findIndex((document) => document.code === codeOf(code));
    const first = at - (back[at] ?? 0);
    return documents.filter((_, nth) => nth - (back[nth] ?? 0) === first).map((one) => dotted(one.code));
  };

  it('has right, left and unspecified, and bilateral', async () => {
    expect(await familyOf('S52.501')).toEqual(['S52.501', 'S52.502', 'S52.509']);
    expect(await familyOf('H66.90')).toEqual(['H66.90', 'H66.91', 'H66.92', 'H66.93']);
  });

  it('keeps to one part of the body', async () => {
    expect(await familyOf('M79.601')).toEqual(['M79.601', 'M79.602']);
  });

  it('is no family where nothing has a side', async () => {
    expect(await familyOf('J45.909')).toEqual(['J45.909']);
  });
});
