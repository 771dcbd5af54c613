import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '../../../data/code';
import type { Verdict } from '../../../data/lookup/answer';
import { type Mark, Marks } from '../../../entrypoints/content/marking/marks';
import { painted, show, the } from '../page';

let marks: Marks;
beforeEach(() => {
  marks = new Marks();
});
afterEach(() => marks.clear());

/** A mark on the text of an element, from its first to its last text node. */
function markOn(selector: string, code: string, verdict: Verdict, from = 0, to?: number): Mark {
  const texts = document.createNodeIterator(the(selector), NodeFilter.SHOW_TEXT);
  const first = texts.nextNode() as Text;
  let last = first;
  for (let next = texts.nextNode(); next; next = texts.nextNode()) last = next as Text;
  return {
    code: code as Code,
    verdict,
    range: new StaticRange({
      startContainer: first,
      startOffset: from,
      endContainer: last,
      endOffset: to ?? last.length,
    }),
  };
}

const text = (selector: string) => the(selector).firstChild as Text;

describe('a mark', () => {
  it('is painted under the name of its verdict', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p><p id="c">S52.501</p><p id="d">E11.95</p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    marks.add(markOn('#b', 'M432', 'header'));
    marks.add(markOn('#c', 'S52501', 'incomplete'));
    marks.add(markOn('#d', 'E1195', 'unknown'));
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(painted('dxlens-incomplete')).toEqual(['S52.501']);
    expect(painted('dxlens-unknown')).toEqual(['E11.95']);
  });

  it('is found at its characters, its ends included, and not beside them', () => {
    show('<p id="a">has E11.9 today</p>');
    const mark = markOn('#a', 'E119', 'billable', 4, 9);
    marks.add(mark);
    expect([4, 6, 9].map((offset) => marks.at(text('#a'), offset))).toEqual([mark, mark, mark]);
    expect([0, 3, 10].map((offset) => marks.at(text('#a'), offset))).toEqual([null, null, null]);
  });

  it('over two texts is found in both', () => {
    show('<p id="a">has E11<b>.9 today</b></p>');
    const mark = markOn('#a', 'E119', 'billable', 4, 2);
    marks.add(mark);
    expect(marks.at(text('#a'), 5)).toBe(mark);
    expect(marks.at(text('#a b'), 1)).toBe(mark);
    expect(marks.at(text('#a'), 3)).toBeNull();
    expect(marks.at(text('#a b'), 4)).toBeNull();
  });

  it('is added once to a place', () => {
    show('<p id="a">E11.9</p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    marks.add(markOn('#a', 'E119', 'billable'));
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
  });

  it('stands beside others in the same text', () => {
    show('<p id="a">E11.9, I50.22</p>');
    const [first, second] = [
      markOn('#a', 'E119', 'billable', 0, 5),
      markOn('#a', 'I5022', 'billable', 7, 13),
    ];
    marks.add(first);
    marks.add(second);
    expect(marks.at(text('#a'), 2)).toBe(first);
    expect(marks.at(text('#a'), 9)).toBe(second);
    expect(painted('dxlens-billable')).toEqual(['E11.9', 'I50.22']);
  });
});

describe('dropping', () => {
  it('takes the marks of a place and leaves the others', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    marks.add(markOn('#b', 'M432', 'header'));
    marks.dropWithin([the('#a')]);
    expect(painted('dxlens-billable')).toEqual([]);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(marks.at(text('#a'), 2)).toBeNull();
    expect(marks.at(text('#b'), 2)).not.toBeNull();
  });

  it('takes what has left the document', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    marks.add(markOn('#b', 'M432', 'header'));
    the('#a').remove();
    marks.dropWithin([]);
    expect(painted('dxlens-billable')).toEqual([]);
    expect(marks.isEmpty).toBe(false);
  });

  it('takes a mark whose end has left the document', () => {
    show('<p id="a">E11<b>.9</b></p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    the('#a b').remove();
    marks.dropWithin([]);
    expect(marks.isEmpty).toBe(true);
  });

  it('leaves what another mark has in a text that they share', () => {
    show('<p id="a"><i id="one">E11</i><b id="two">.9, I50.22</b></p>');
    marks.add(markOn('#a', 'E119', 'billable', 0, 2));
    const second = markOn('#two', 'I5022', 'billable', 4, 10);
    marks.add(second);
    marks.dropWithin([the('#one')]);
    expect(marks.at(text('#two'), 6)).toBe(second);
    expect(painted('dxlens-billable')).toEqual(['I50.22']);
  });

  it('of all takes our names out of the registry, and no others', () => {
    show('<p id="a">E11.9</p>');
    const theirs = new Highlight();
    CSS.highlights.set('search-results', theirs);
    marks.add(markOn('#a', 'E119', 'billable'));
    marks.clear();
    expect([...CSS.highlights.keys()]).toEqual(['search-results']);
    expect(marks.at(text('#a'), 2)).toBeNull();
    CSS.highlights.delete('search-results');
  });
});

describe('a page that clears the registry', () => {
  it('sees our marks again with the next of their kind', () => {
    show('<p id="a">E11.9</p><p id="b">I50.22</p>');
    marks.add(markOn('#a', 'E119', 'billable'));
    CSS.highlights.clear();
    marks.add(markOn('#b', 'I5022', 'billable'));
    expect(painted('dxlens-billable')).toEqual(['E11.9', 'I50.22']);
  });
});
