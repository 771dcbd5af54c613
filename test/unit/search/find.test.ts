import { beforeAll, expect, it } from 'vitest';
import type { SearchEngine } from '../../../data/search/engine';
import { find } from '../../../data/search/find';
import { bookOf, embedded, engineFor, IN_FY2027 } from '../release';

let engine: SearchEngine;
beforeAll(async () => {
  engine = await engineFor(embedded.shards());
}, 30_000);

const ask = (query: string) => find(bookOf(embedded), engine, { text: query, limit: 50 }, IN_FY2027);

it.each(['M40-M43', 'm40 to m43', 'M40 – M43'])(
  '“%s” finds the range, by the title of its block',
  async (query) => {
    expect(await ask(query)).toEqual({
      hits: [
        {
          code: 'M40',
          spelling: 'M40-M43',
          title: 'Deforming dorsopathies (M40-M43)',
          matched: [],
          verdict: 'range',
        },
      ],
      total: 1,
      corrected: null,
    });
  },
);

it('a range that is no block is titled by its ends', async () => {
  expect((await ask('M41-M43')).hits).toMatchObject([
    { spelling: 'M41-M43', title: 'Scoliosis – Other deforming dorsopathies' },
  ]);
});

it.each(['E10.-', 'E10-'])('%s finds the header and all below it', async (query) => {
  const { hits, total } = await ask(query);
  expect(hits[0]).toMatchObject({ spelling: 'E10', verdict: 'header' });
  expect(hits[1]).toMatchObject({ spelling: 'E10.1' });
  expect(total).toBeGreaterThan(50);
});

it('a code of the WHO is found, not the notes that name it', async () => {
  expect((await ask('I64')).hits).toMatchObject([{ spelling: 'I64', verdict: 'other-system' }]);
});

it('an ended code is found as it is printed', async () => {
  expect((await ask('T528X1A')).hits).toMatchObject([{ spelling: 'T52.8X1A', verdict: 'deleted' }]);
});
