import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../data/lookup/answer';
import { type Mark, Marks } from '../../../entrypoints/content/marking/marks';
import { painted as registered, show, the } from '../page';

let marks: Marks;
beforeEach(() => {
  marks = new Marks();
});
afterEach(() => marks.clear());

/** A mark on the text of an element, from its first to its last text node. */
function markOn(selector: string, query: string, verdict: Verdict, from = 0, to?: number): Mark {
  const texts = document.createNodeIterator(the(selector), NodeFilter.SHOW_TEXT);
  const first = texts.nextNode() as Text;
  let last = first;
  for (let next = texts.nextNode(); next; next = texts.nextNode()) last = next as Text;
  return {
    query,
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

/** The texts of a highlight once all changes are painted. */
function painted(name: string): string[] {
  marks.paint();
  return registered(name);
}

describe('a mark', () => {
  it('is painted under the name of its verdict', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p><p id="c">S52.501</p><p id="d">E11.95</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.add(markOn('#b', 'M43.2', 'header'));
    marks.add(markOn('#c', 'S52.501', 'incomplete'));
    marks.add(markOn('#d', 'E11.95', 'unknown'));
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(painted('dxlens-incomplete')).toEqual(['S52.501']);
    expect(painted('dxlens-unknown')).toEqual(['E11.95']);
  });

  it('is found at its characters, its ends included, and not beside them', () => {
    show('<p id="a">has E11.9 today</p>');
    const mark = markOn('#a', 'E11.9', 'billable', 4, 9);
    marks.add(mark);
    expect([4, 6, 9].map((offset) => marks.at(text('#a'), offset))).toEqual([mark, mark, mark]);
    expect([0, 3, 10].map((offset) => marks.at(text('#a'), offset))).toEqual([null, null, null]);
  });

  it('over two texts is found in both', () => {
    show('<p id="a">has E11<b>.9 today</b></p>');
    const mark = markOn('#a', 'E11.9', 'billable', 4, 2);
    marks.add(mark);
    expect(marks.at(text('#a'), 5)).toBe(mark);
    expect(marks.at(text('#a b'), 1)).toBe(mark);
    expect(marks.at(text('#a'), 3)).toBeNull();
    expect(marks.at(text('#a b'), 4)).toBeNull();
  });

  it('is added once to a place', () => {
    show('<p id="a">E11.9</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.add(markOn('#a', 'E11.9', 'billable'));
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
  });

  it('stands beside others in the same text', () => {
    show('<p id="a">E11.9, I50.22</p>');
    const [first, second] = [
      markOn('#a', 'E11.9', 'billable', 0, 5),
      markOn('#a', 'I50.22', 'billable', 7, 13),
    ];
    marks.add(first);
    marks.add(second);
    expect(marks.at(text('#a'), 2)).toBe(first);
    expect(marks.at(text('#a'), 9)).toBe(second);
    expect(painted('dxlens-billable')).toEqual(['E11.9', 'I50.22']);
  });
});

describe('dropping', () => {
  it('takes the marks of a text and leaves the others', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p>');
    addEarlier(markOn('#a', 'E11.9', 'billable'), markOn('#b', 'M43.2', 'header'));
    drop(text('#a'));
    expect(painted('dxlens-billable')).toEqual([]);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(marks.at(text('#a'), 2)).toBeNull();
    expect(marks.at(text('#b'), 2)).not.toBeNull();
  });

  it('leaves what was marked in the same pass over the page', () => {
    show('<p id="a">E11.9</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    drop(text('#a'));
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
    marks.sweep();
    drop(text('#a'));
    expect(painted('dxlens-billable')).toEqual([]);
  });

  it('takes what has left the document', () => {
    show('<p id="a">E11.9</p><p id="b">M43.2</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.add(markOn('#b', 'M43.2', 'header'));
    the('#a').remove();
    marks.sweep();
    marks.paint();
    expect(painted('dxlens-billable')).toEqual([]);
    expect(marks.count).toBe(1);
  });

  it('takes a mark whose end has left the document', () => {
    show('<p id="a">E11<b>.9</b></p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    the('#a b').remove();
    marks.sweep();
    marks.paint();
    expect(marks.isEmpty).toBe(true);
    expect(painted('dxlens-billable')).toEqual([]);
  });

  it('leaves what another mark has in a text that they share', () => {
    show('<p id="a"><i id="one">E11</i><b id="two">.9, I50.22</b></p>');
    const second = markOn('#two', 'I50.22', 'billable', 4, 10);
    addEarlier(markOn('#a', 'E11.9', 'billable', 0, 2), second);
    drop(text('#one'));
    expect(marks.at(text('#two'), 6)).toBe(second);
    expect(marks.at(text('#two'), 1)).toBeNull();
    expect(painted('dxlens-billable')).toEqual(['I50.22']);
  });

  it('takes very many at once, and leaves the others', () => {
    show(`<p id="a">${'E11.9 '.repeat(5_000)}</p><p id="b">I50.22</p>`);
    const many = Array.from({ length: 5_000 }, (_, nth) =>
      markOn('#a', 'E11.9', 'billable', nth * 6, nth * 6 + 5),
    );
    const start = performance.now();
    addEarlier(...many, markOn('#b', 'I50.22', 'billable'));
    expect(CSS.highlights.get('dxlens-billable')?.size).toBe(5_001);
    drop(text('#a'));
    expect(performance.now() - start).toBeLessThan(500);
    expect(painted('dxlens-billable')).toEqual(['I50.22']);
    expect(marks.count).toBe(1);
  });

  it('of all takes our names out of the registry, and no others', () => {
    show('<p id="a">E11.9</p>');
    const theirs = new Highlight();
    CSS.highlights.set('search-results', theirs);
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.clear();
    expect([...CSS.highlights.keys()]).toEqual(['search-results']);
    expect(marks.at(text('#a'), 2)).toBeNull();
    CSS.highlights.delete('search-results');
  });
});

describe('the look of marks', () => {
  it('is a matter of their names', () => {
    show('<p id="a">E11.9</p><p id="b">I50.22</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.show('background');
    marks.add(markOn('#b', 'I50.22', 'billable'));
    expect([...CSS.highlights.keys()]).toEqual(['dxlens-billable-background']);
    expect(painted('dxlens-billable-background')).toEqual(['E11.9', 'I50.22']);
    marks.show('underline');
    expect([...CSS.highlights.keys()]).toEqual(['dxlens-billable']);
    expect(painted('dxlens-billable')).toEqual(['E11.9', 'I50.22']);
  });

  it('can be none: then the page has nothing of ours, and codes are found all the same', () => {
    show('<p id="a">E11.9</p><p id="b">I50.22</p>');
    marks.show('off');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.register();
    marks.paint();
    expect(CSS.highlights.size).toBe(0);
    expect(marks.at(text('#a'), 2)?.query).toBe('E11.9');
    marks.show('underline');
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
  });
});

describe('a page that meddles with the registry', () => {
  beforeEach(() => {
    show('<p id="a">E11.9</p><p id="b">I50.22</p>');
    marks.add(markOn('#a', 'E11.9', 'billable'));
    marks.paint();
  });

  it.each([
    ['clears it', () => CSS.highlights.clear()],
    ['takes our name out of it', () => CSS.highlights.delete('dxlens-billable')],
    ['puts something else there', () => CSS.highlights.set('dxlens-billable', new Highlight())],
    ['empties our highlight', () => CSS.highlights.get('dxlens-billable')?.clear()],
  ])('gets our marks back: it %s', (_, meddle) => {
    meddle();
    expect(painted('dxlens-billable')).toEqual([]);
    marks.register();
    expect(painted('dxlens-billable')).toEqual(['E11.9']);
  });

  it('keeps what it puts in our place when we leave', () => {
    const theirs = new Highlight();
    CSS.highlights.set('dxlens-billable', theirs);
    marks.clear();
    expect(CSS.highlights.get('dxlens-billable')).toBe(theirs);
    CSS.highlights.delete('dxlens-billable');
  });
});

/** Adds marks in a pass over the page that is over. */
function addEarlier(...earlier: Mark[]): void {
  for (const mark of earlier) marks.add(mark);
  marks.paint();
  marks.sweep();
}

function drop(node: Text): void {
  marks.dropIn(node);
  marks.paint();
}
