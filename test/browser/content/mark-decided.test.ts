import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markDecided } from '../../../entrypoints/content/marking/mark-decided';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { runsIn } from '../../../entrypoints/content/reading/inline-runs';
import { containersWithCodes } from '../../../entrypoints/content/reading/texts';
import { candidatesIn } from '../../../entrypoints/content/weighing/candidates';
import { Captions } from '../../../entrypoints/content/weighing/captions';
import { type Decided, Decider } from '../../../entrypoints/content/weighing/decider';
import { painted, show, textOf, the } from '../page';
import { release } from '../release';

let marks: Marks;
beforeEach(() => {
  marks = new Marks();
});
afterEach(() => marks.clear());

/** What the release of these tests says of the codes of a page. */
async function decide(html: string): Promise<Decided[]> {
  const captions = new Captions();
  const containers = [...containersWithCodes(show(html), () => undefined)].filter((one) => one !== null);
  const candidates = containers.flatMap((container) => candidatesIn(container, runsIn(container), captions));
  const decider = new Decider(release);
  return decider.decide(candidates, await decider.verdictsOf(candidates));
}

/** The marks of a page: their texts, what is looked up for them, and their verdicts. */
async function marked(html: string): Promise<string[]> {
  markDecided(marks, await decide(html));
  return [...marks.all()].map(({ query, verdict, range }) => `${textOf(range)}: ${query}, ${verdict}`);
}

describe('a code that counts', () => {
  it.each([
    ['is marked with its verdict', 'E11.9', ['E11.9: E11.9, billable']],
    ['with more characters to come', 'ICD-10-CM: S52.501', ['S52.501: S52.501, incomplete']],
    ['of a category', 'has M43.2 today', ['M43.2: M43.2, header']],
    ['of a prefix is one mark with its dash', 'codes below E10.-', ['E10.-: E10.-, header']],
    ['of a prefix without a dot too', 'ICD-10-CM: E10-', ['E10-: E10.-, header']],
    ['with the dash of a sentence is without it', 'Dx: I10- Hypertension', ['I10: I10, billable']],
    [
      'of a range has the dash behind its last code',
      'see S12.0-S12.3-, here',
      ['S12.0-S12.3-: S12.0-S12.3, header'],
    ],
    ['of a range is without the dash of a sentence', 'see M40-M43- Deforming', ['M40-M43: M40-M43, header']],
    ['of a range is one mark', 'ICD-10-CM M40-M43', ['M40-M43: M40-M43, header']],
    ['over elements is one mark', 'has E<b>11</b>.9', ['E11.9: E11.9, billable']],
  ])('%s', async (_, html, texts) => {
    expect(await marked(`<p>${html}</p>`)).toEqual(texts);
  });

  it('is marked where it stands, one by one', async () => {
    expect(await marked('<p>E11.9, I50.22</p><p>E11.9</p>')).toHaveLength(3);
    marks.paint();
    expect(painted('dxlens-billable')).toEqual(['E11.9', 'I50.22', 'E11.9']);
  });

  it('is alone: what does not count has no mark', async () => {
    expect(await marked('<p>has E11.9, model Z99.99, at T14:30 in room B12</p>')).toEqual([
      'E11.9: E11.9, billable',
    ]);
  });
});

describe('a page that has changed while the background answered', () => {
  const text = (selector: string) => the(selector).firstChild as Text;
  it.each([
    ['has another text', () => (text('#a').data = 'Nothing is here'), []],
    ['has a shorter text', () => (text('#a').data = 'E1'), []],
    ['has text before the code', () => text('#a').insertData(0, 'now '), []],
    ['has text behind the code, a word further', () => text('#a').appendData(' today'), ['E11.9']],
    ['has lost the code', () => the('#a').remove(), []],
    ['has other nodes with the same text', () => (the('#a').innerHTML = 'E11.9'), []],
    ['has the same code elsewhere in the tree', () => the('main').prepend(the('#a')), ['E11.9']],
  ])('is marked only where it still reads so: it %s', async (_, change, codes) => {
    const decided = await decide('<div></div><p id="a">E11.9</p>');
    change();
    markDecided(marks, decided);
    marks.paint();
    expect(painted('dxlens-billable')).toEqual(codes);
  });

  it('is not marked over elements one of which has changed', async () => {
    const decided = await decide('<p>E<b id="a">11</b>.9</p>');
    text('#a').data = '12';
    markDecided(marks, decided);
    expect(marks.isEmpty).toBe(true);
  });

  it('is marked over the line break that the source has in a range', async () => {
    const decided = await decide('<p>ICD-10-CM codes M40 -\n M43</p>');
    markDecided(marks, decided);
    expect([...marks.all()].map(({ query }) => query)).toEqual(['M40-M43']);
  });
});
