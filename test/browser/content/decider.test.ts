import { describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../data/lookup/answer';
import { runsIn } from '../../../entrypoints/content/reading/inline-runs';
import { containersWithCodes } from '../../../entrypoints/content/reading/texts';
import { candidatesIn, type PageCandidate } from '../../../entrypoints/content/weighing/candidates';
import { Captions } from '../../../entrypoints/content/weighing/captions';
import { Decider, type Release } from '../../../entrypoints/content/weighing/decider';
import { show } from '../page';

const VERDICTS: Record<string, Verdict> = {
  I10: 'billable',
  I11: 'header',
  I110: 'billable',
  I119: 'billable',
  I2510: 'billable',
  J45909: 'billable',
  K219: 'billable',
  S52501A: 'billable',
  E119: 'billable',
  E785: 'billable',
  M40: 'header',
  M43: 'header',
};
const TITLES: Record<string, string> = {
  I10: 'Essential (primary) hypertension',
  E785: 'Hyperlipidemia, unspecified',
};

/** A background that knows a few codes, and tells what it was asked. */
function fakeRelease() {
  const asked = { verdicts: [] as string[][], titles: [] as string[][] };
  const release: Release = {
    verdicts: {
      async of(codes) {
        asked.verdicts.push([...codes].sort());
        return new Map([...codes].map((code) => [code, VERDICTS[code] ?? 'unknown']));
      },
    },
    titles: {
      async of(keys) {
        asked.titles.push([...keys].sort());
        return new Map([...keys].map((key) => [key, TITLES[key] ?? null]));
      },
    },
  };
  return { release, asked };
}

function candidatesOf(html: string): PageCandidate[] {
  const captions = new Captions();
  return [...containersWithCodes(show(html), () => undefined)]
    .filter((container) => container !== null)
    .flatMap((container) => candidatesIn(container, runsIn(container), captions, true));
}

/** The codes of a page that count. */
async function codesOf(html: string, decider = new Decider(fakeRelease().release)): Promise<string[]> {
  const candidates = candidatesOf(html);
  const decided = await decider.decide(candidates, await decider.verdictsOf(candidates));
  return decided.filter(({ counts }) => counts).map(({ candidate }) => candidate.nominee.code);
}

describe('what a page says decides', () => {
  it.each([
    ['a dotted code that the release has counts', '<p>has E11.9</p>', ['E119']],
    ['one that it does not have does not', '<p>has Z99.99</p>', []],
    ['one that it does not have counts behind a label', '<p>ICD-10-CM: Z99.99</p>', ['Z9999']],
    ['one without a dot does not count by itself', '<p>room I10</p>', []],
    ['one without a dot counts behind a label', '<p>Dx: I10</p>', ['I10']],
    ['one without a dot counts beside its title', '<p>Essential hypertension [I10]</p>', ['I10']],
    ['one without a dot counts in a list with a code', '<p>E11.9, I10</p>', ['E119', 'I10']],
    [
      'one that begins a cell counts in a column of codes',
      '<table><tr><td>E11.9</td><td>a</td></tr><tr><td>E78.5</td><td>b</td></tr><tr><td>I10</td><td>c</td></tr></table>',
      ['E119', 'E785', 'I10'],
    ],
    [
      'one with its weight behind it stands in a list all the same',
      '<p>E11.9 (MCC) vs I10</p>',
      ['E119', 'I10'],
    ],
    [
      'a row over all columns is the heading of the rows below it, up to the next one',
      '<table><tr><th colspan="2">21. Diagnosis or nature of illness</th></tr><tr><td>A. E119</td><td>B. E785</td></tr>' +
        '<tr><th colspan="2">23. Prior authorization number</th></tr><tr><td colspan="2">I10</td></tr></table>',
      ['E119', 'E785'],
    ],
    [
      'a spreadsheet has its heads below its letters',
      '<table><tr><th></th><th>A</th><th>B</th></tr><tr><th>1</th><td>Bed</td><td>Dx1</td></tr>' +
        '<tr><th>2</th><td>I10</td><td>E119</td></tr></table>',
      ['E119'],
    ],
    [
      'letters above the codes of a claim form are no more than that',
      '<h3>Diagnosis codes</h3><table><tr><th>A</th><th>B</th></tr><tr><td>I10</td><td>E119</td></tr></table>',
      ['I10', 'E119'],
    ],
    [
      'a code in pieces is found, whatever block stands before it',
      '<p>0.71</p><p>K<mark>21</mark>.9</p>',
      ['K219'],
    ],
    [
      'codes that can be billed, of three categories, stand for themselves in a row',
      '<p>E119 I2510 K219</p><p>E119 I2510 J1815 K219</p><p>E119, Z9999, K219</p>',
      ['E119', 'I2510', 'K219'],
    ],
    [
      'a code of six characters or more counts in a list with dots, a shorter one does not',
      '<p>E11.9, S52501A</p><p>E78.5, K219</p>',
      ['E119', 'S52501A', 'E785'],
    ],
    [
      'three characters in brackets count where other codes stand so',
      '<p>falls (I10) in those with diabetes (E11.9)</p><p>falls (K219), diabetes E11.9</p>',
      ['I10', 'E119', 'E119'],
    ],
    [
      'three characters count beside two codes of their category',
      '<p>The list has I11.0, I11.9 and moves I11 up; ward I10, later E11.9 again</p>',
      ['I110', 'I119', 'I11', 'E119'],
    ],
    [
      'what has a head of its own beside one of diagnoses is none',
      '<h3>Denied diagnoses</h3><table><tr><th>Dx</th><th>Queue</th></tr><tr><td>E11.9</td><td>I10</td></tr></table>',
      ['E119'],
    ],
    [
      'what has the head “Code” beside one of diagnoses is one',
      '<h3>Diagnoses</h3><table><tr><th>Diagnosis</th><th>Code</th></tr><tr><td>high pressure</td><td>I10</td></tr></table>',
      ['I10'],
    ],
    [
      'a row over all columns that has codes is no heading',
      '<table><tr><td colspan="2">ICD-10: E119</td></tr><tr><td>Panel</td><td>(I10)</td></tr></table>',
      ['E119'],
    ],
    [
      'the field of a claim for diagnoses is their heading, however long',
      '<div><div>21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY Relate A-L to service line below (24E) ICD Ind. 0</div>' +
        '<table><tr><td>A. I10</td><td>B. E119</td></tr></table></div>',
      ['I10', 'E119'],
    ],
    [
      'what stands under the numbers of parts is none',
      '<table><tr><th>Part no.</th><th>Fits</th></tr><tr><td>E11.9</td><td>all</td></tr></table>',
      [],
    ],
    [
      'what stands under “Notes” is not the number of a note',
      '<h3>Notes</h3><p>payer wants E11.9</p>',
      ['E119'],
    ],
    [
      'boxes with headings are no rows of a table',
      '<div><fieldset><legend>ATC</legend><p>has E11.9</p></fieldset><fieldset><legend>b</legend><p>c</p></fieldset></div>',
      [],
    ],
  ])('%s', async (_, html, codes) => {
    expect(await codesOf(html)).toEqual(codes);
  });
});

it('a column is known by the codes of earlier calls, though none of them needed it', async () => {
  const candidates = candidatesOf(
    '<table><tr><td>E11.9</td></tr><tr><td>E78.5</td></tr><tr><td>I10</td></tr></table>',
  );
  const decider = new Decider(fakeRelease().release);
  const verdicts = await decider.verdictsOf(candidates);
  await decider.decide(candidates.slice(0, 2), verdicts);
  const [last] = await decider.decide(candidates.slice(2), verdicts);
  expect(last?.counts).toBe(true);
});

describe('the background', () => {
  it('is asked once for all candidates, with both ends of a range', async () => {
    const { release, asked } = fakeRelease();
    await codesOf('<p>E11.9, I10 and E11.9</p><p>ICD-10-CM: M40-M43</p>', new Decider(release));
    expect(asked.verdicts).toEqual([['E119', 'I10', 'M40', 'M43']]);
  });

  it('is asked for titles only where one may decide', async () => {
    const { release, asked } = fakeRelease();
    const decider = new Decider(release);
    await codesOf('<p>E11.9</p><p>Dx: I10</p><p>Model Z99.99</p>', decider);
    expect(asked.titles).toEqual([]);
    await codesOf('<p>hyperlipidemia E785, and E11.9</p>', decider);
    expect(asked.titles).toEqual([['E785']]);
  });

  it('that has been stopped rejects, and nothing is decided', async () => {
    const { release } = fakeRelease();
    const stopped = vi.fn().mockRejectedValue(new Error('the worker is gone'));
    await expect(
      codesOf('<p>E11.9</p>', new Decider({ ...release, verdicts: { of: stopped } })),
    ).rejects.toThrow('gone');
    await expect(
      codesOf('<p>E785</p>', new Decider({ ...release, titles: { of: stopped } })),
    ).rejects.toThrow('gone');
  });

  it('is not asked anew for what it gave no answer to: it is no code', async () => {
    const { release } = fakeRelease();
    const silent: Release = { ...release, verdicts: { of: async () => new Map() } };
    expect(await codesOf('<p>E11.9</p>', new Decider(silent))).toEqual([]);
  });
});
