import { describe, expect, it } from 'vitest';
import type { CodeBook } from '../../data/book';
import { dotted } from '../../data/code';
import { editionFacts } from '../../data/edition';
import type { Billable, Deleted, Header, Lookup } from '../../data/lookup/answer';
import { categoryOn } from '../../data/lookup/category-on-day';
import { lookup, verdicts } from '../../data/lookup/lookup';
import { bookOf, codeOf, embedded, IN_FY2027 } from './release';

const book = bookOf(embedded);
const BEFORE = '2026-09-30';
const AFTER = '2026-10-01';

const ask = <T extends Lookup>(text: string, on = IN_FY2027) => lookup(book, codeOf(text), on) as Promise<T>;
const codesOf = (list: readonly { code: Parameters<typeof dotted>[0] }[]) =>
  list.map(({ code }) => dotted(code));

describe('a code that became a header', () => {
  it('is billable up to the day before, with what to use from then on', async () => {
    const found = await ask<Billable>('I42.0', BEFORE);
    expect(found.verdict).toBe('billable');
    expect(found.change).toMatchObject({ on: AFTER, to: 'header' });
    expect(codesOf(found.change?.use ?? [])).toEqual(['I42.00', 'I42.01', 'I42.09']);
  });

  it('is a header from the day on, and says until when it was billable', async () => {
    const found = await ask<Header>('I42.0', AFTER);
    expect(found).toMatchObject({ verdict: 'header', billableUntil: BEFORE });
    expect(codesOf(found.replacements)).toEqual(['I42.00', 'I42.01', 'I42.09']);
  });

  it('does not claim it of a header that always was one', async () => {
    expect(await ask('M43.2')).toMatchObject({ verdict: 'header', billableUntil: null });
  });
});

describe('an ended code', () => {
  it('is billable before, with its official title, and tells its successor', async () => {
    const found = await ask<Billable>('T52.8X1A', BEFORE);
    expect(found).toMatchObject({
      verdict: 'billable',
      entry: {
        title: 'Toxic effect of other organic solvents, accidental (unintentional), initial encounter',
        seventh: { extension: { char: 'A', text: 'initial encounter' } },
      },
      change: { on: AFTER, to: 'absent' },
    });
    expect(codesOf(found.change?.use ?? [])).toEqual(['T52.891A']);
  });

  it('is deleted from the day on, with its published successor', async () => {
    const found = await ask<Deleted>('T52.8X1A');
    expect(found).toMatchObject({ verdict: 'deleted', ended: AFTER, wasBillable: true, siblings: [] });
    expect(codesOf(found.successors)).toEqual(['T52.891A']);
    expect(found.entry.hierarchy.map((step) => ('code' in step ? dotted(step.code) : step.id))).toEqual(
      expect.arrayContaining(['19', 'T51-T65', 'T52', 'T52.8']),
    );
  });

  it('shows the codes beside it where no successor is published', async () => {
    const found = await ask<Deleted>('S23.420A');
    expect(found).toMatchObject({ verdict: 'deleted', ended: AFTER, successors: [] });
    expect(codesOf(found.siblings)).toEqual(['S23.421', 'S23.428', 'S23.429']);
  });

  it('is listed among the replacements of its header on the days before', async () => {
    const found = await ask<Header>('T52.8', BEFORE);
    expect(codesOf(found.replacements)).toContain('T52.8X1A');
    expect(codesOf(found.replacements)).not.toContain('T52.891A');
  });
});

describe('a new code', () => {
  it('is not yet valid on the day before', async () => {
    expect(await ask('I42.00', BEFORE)).toMatchObject({
      verdict: 'not-yet',
      from: AFTER,
      entry: { title: 'Dilated cardiomyopathy, unspecified' },
    });
    expect(await ask('I42.00', AFTER)).toMatchObject({ verdict: 'billable' });
  });

  it('is told apart from a code that never was', async () => {
    expect(await ask('I42.02', BEFORE)).toMatchObject({ verdict: 'unknown', validity: [] });
  });
});

it('a code that is only completed on the day, but a code later, is not yet valid', async () => {
  expect(await ask('H40.111', '2016-09-30')).toMatchObject({ verdict: 'not-yet', from: '2016-10-01' });
  expect(await verdicts(book, [codeOf('H40.111')], '2016-09-30')).toEqual(['not-yet']);
});

describe('with an older release in use', () => {
  /** The package's codes as a release of the year before has them. */
  const older: CodeBook = {
    ...book,
    installed: {
      outline: () => embedded.outline(),
      release: async () => ({
        ...(await embedded.release()),
        fiscalYear: 2026,
        name: 'FY2026',
        effectiveFrom: '2025-10-01',
        effectiveTo: BEFORE,
      }),
      shard: (category) => categoryOn(book, category, BEFORE),
    },
  };

  it.each([
    ['I42.0', BEFORE, 'billable'],
    ['I42.0', IN_FY2027, 'header'],
    ['I42.00', '2026-06-01', 'not-yet'],
    ['I42.00', IN_FY2027, 'billable'],
    ['T52.8X1A', IN_FY2027, 'deleted'],
    ['QA17', IN_FY2027, 'header'],
  ])('%s on %s is %s all the same', async (text, on, verdict) => {
    expect((await lookup(older, codeOf(text), on)).verdict).toBe(verdict);
    expect(await verdicts(older, [codeOf(text)], on)).toEqual([verdict]);
  });
});

describe('with a release in use that is older by several', () => {
  /** The package's codes as they were on the first day of a fiscal year. */
  const ofYear = (fiscalYear: number): CodeBook => {
    const facts = editionFacts({ fiscalYear, april: false });
    return {
      ...book,
      installed: {
        outline: () => embedded.outline(),
        release: async () => ({ ...(await embedded.release()), ...facts }),
        shard: (category) => categoryOn(book, category, facts.effectiveFrom),
      },
    };
  };

  it.each([
    // New on October 1, 2025, and on April 1, 2022 and 2020.
    [2025, 'E11.A', '2024-10-01'],
    [2024, 'L02.217', '2025-09-30'],
    [2024, 'L02.217', '2025-10-01'],
    [2022, 'Z28.310', '2022-03-31'],
    [2022, 'Z28.310', '2022-04-01'],
    [2020, 'U07.1', '2020-03-31'],
    [2020, 'U07.1', '2020-04-01'],
    [2025, 'I42.0', '2026-09-30'],
    [2016, 'T52.8X1A', IN_FY2027],
  ])('FY%i says of %s on %s what the history says', async (year, text, on) => {
    const { verdict } = await ask(text, on);
    expect((await lookup(ofYear(year), codeOf(text), on)).verdict).toBe(verdict);
    expect(await verdicts(ofYear(year), [codeOf(text)], on)).toEqual([verdict]);
  });

  it('a code that came after its time is not called deleted', async () => {
    expect((await lookup(ofYear(2024), codeOf('Z28.310'), '2026-01-15')).verdict).toBe('billable');
    expect((await lookup(ofYear(2020), codeOf('U07.1'), '2020-04-01')).verdict).toBe('billable');
  });
});

describe('with a release in use that contradicts the history', () => {
  /** The codes of one year, confirmed by the user as those of another. */
  const taken = (as: number, shard: CodeBook['installed']['shard']): CodeBook => {
    const facts = editionFacts({ fiscalYear: as, april: false });
    const release = async () => ({ ...(await embedded.release()), ...facts, hash: 'of other content' });
    return { ...book, installed: { outline: () => embedded.outline(), release, shard } };
  };
  const ofLastYear = taken(2027, (category) => categoryOn(book, category, BEFORE));
  const ofNextYear = taken(2025, (category) => embedded.shard(category));

  it.each([
    ['a code that it lacks and that was none before', ofLastYear, 'I42.00', IN_FY2027, 'unknown'],
    ['a code that has ended, but not in it', ofLastYear, 'T52.8X1A', IN_FY2027, 'billable'],
    ['a code that is a header elsewhere', ofLastYear, 'I42.0', IN_FY2027, 'billable'],
    ['a code that came later, but is in it', ofNextYear, 'I42.00', '2025-01-15', 'billable'],
    ['the same before its time', ofNextYear, 'I42.00', '2024-09-30', 'not-yet'],
    ['the same after its time', ofNextYear, 'I42.00', '2026-01-15', 'deleted'],
    ['a code that ended later, but lacks in it', ofNextYear, 'T52.8X1A', '2025-01-15', 'deleted'],
  ])('%s is answered by the release', async (_, other, text, on, verdict) => {
    expect((await lookup(other, codeOf(text), on)).verdict).toBe(verdict);
    expect(await verdicts(other, [codeOf(text)], on)).toEqual([verdict]);
  });

  it('the history of a code is the one of the package where both agree', async () => {
    for (const text of ['I42.0', 'I42.00', 'T52.8X1A', 'E11.A', 'U07.1', 'Z99.99', 'M54.5', 'S06.0X2A']) {
      const told = (await ask(text)).validity;
      for (const year of [2016, 2020, 2024, 2026]) {
        const from = editionFacts({ fiscalYear: year, april: false }).effectiveFrom;
        const older = taken(year, (category) => categoryOn(book, category, from));
        expect((await lookup(older, codeOf(text), IN_FY2027)).validity).toEqual(told);
      }
    }
  });
});

it('a title has only its own spelling with accents', async () => {
  const { entry } = await ask<Billable>('M35.00', '2019-01-01');
  expect(entry.title).toBe('Sicca syndrome, unspecified');
  expect(entry.spelling).toBeUndefined();
  expect((await ask<Billable>('M35.00')).entry.spelling).toBe('Sjögren syndrome, unspecified');
});

it('U07.1 is valid from April 1, 2020, between two order files', async () => {
  expect(await ask('U07.1', '2020-03-31')).toMatchObject({ verdict: 'not-yet', from: '2020-04-01' });
  expect(await ask('U07.1', '2020-04-01')).toMatchObject({ verdict: 'billable' });
});

it('a title is the one of the day', async () => {
  expect((await ask<Billable>('L02.232', BEFORE)).entry.title).toBe(
    'Carbuncle of back [any part, except buttock]',
  );
  expect((await ask<Billable>('L02.232', AFTER)).entry.title).toBe(
    'Carbuncle of back [any part, except buttock and flank]',
  );
});

it('before October 1, 2015 nothing was valid', async () => {
  expect(await ask('E11.9', '2015-09-30')).toMatchObject({ verdict: 'not-yet', from: '2015-10-01' });
});

it('verdicts agree with lookups on every day of change', async () => {
  const codes = [
    'I42.0',
    'I42.00',
    'T52.8X1A',
    'T52.891A',
    'S23.420A',
    'E11.9',
    'M54.5',
    'M54.50',
    'Z99.99',
    'S52.501',
  ];
  for (const on of ['2015-09-30', '2015-10-01', '2019-06-01', '2021-09-30', '2021-10-01', BEFORE, AFTER]) {
    const looked = await Promise.all(codes.map((code) => ask(code, on)));
    expect([on, await verdicts(book, codes.map(codeOf), on)]).toEqual([
      on,
      looked.map(({ verdict }) => verdict),
    ]);
  }
});

describe('notes', () => {
  const origins = async (text: string) =>
    (await ask<Billable>(text)).entry.inherited.map(({ from }) =>
      'code' in from ? dotted(from.code) : from.id,
    );

  it('of M43.22 come from M43.2, M43 and chapter 13, the nearest first', async () => {
    expect(await origins('M43.22')).toEqual(['M43.2', 'M43', '13']);
  });

  it('of M43.2 are its own and those of M43 and chapter 13', async () => {
    const { entry } = await ask<Header>('M43.2');
    expect(entry.notes.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['inclusionTerm', 1],
      ['excludes1', 2],
      ['excludes2', 2],
    ]);
    expect(await origins('M43.2')).toEqual(['M43', '13']);
  });

  it.each([
    ['T20.011A', 'T20-T32'],
    ['V43.52XA', 'V00-V99'],
  ])('of %s include those of the wider block %s', async (code, block) => {
    expect(await origins(code)).toContain(block);
  });
});
