import { describe, expect, it } from 'vitest';
import { placesToRead } from '../../../entrypoints/content/marking/changes';
import { show, the } from '../page';

/** The places to read after a change, by their names: with all below them, or their own text alone. */
function placesAfter(html: string, change: () => void): string[] {
  const root = show(html);
  const observer = new MutationObserver(() => undefined);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  change();
  const places = observer.takeRecords().flatMap((record) => placesToRead(record));
  observer.disconnect();
  return places.map(({ node, isAll }) => {
    const name = node instanceof Element ? node.id || node.localName : node.nodeName;
    return isAll ? `all of ${name}` : `text of ${name}`;
  });
}

const text = (selector: string) => the(selector).firstChild as Text;

describe('after a change is read', () => {
  it.each([
    ['a text is edited', '<p id="a">E11.9</p>', () => (text('#a').data = 'I10'), ['text of a']],
    [
      'a text in an inline element is edited',
      '<p id="a">has <b id="b">E11.9</b></p>',
      () => (text('#b').data = 'I10'),
      ['text of a'],
    ],
    [
      'a text beside big blocks is edited, as a clock is',
      '<div id="a">12:30<table><tr><td>E11.9</td></tr></table></div>',
      () => (text('#a').data = '12:31'),
      ['text of a'],
    ],
    [
      'a block comes between blocks',
      '<p id="a">E11.9</p>\n<p>I10</p>',
      () => the('#a').insertAdjacentHTML('afterend', '<p id="new">M43.2</p>'),
      ['all of new'],
    ],
    [
      'a block comes beside a comment',
      '<!-- a frame-work\'s --><p id="a">E11.9</p>',
      () => the('#a').before(Object.assign(document.createElement('p'), { id: 'new' })),
      ['all of new'],
    ],
    ['a block goes', '<p id="a">E11.9</p><p>I10</p>', () => the('#a').remove(), []],
    ['a comment comes', '<p id="a">E11.9</p>', () => the('main').append(new Comment('I10')), []],
    [
      'a block comes beside text',
      'E11<p id="a">.9</p>',
      () => the('#a').before(document.createElement('hr')),
      ['text of main', 'all of hr'],
    ],
    ['a block goes from between texts', 'E11<br id="a">.9', () => the('#a').remove(), ['text of main']],
    [
      'an inline element comes, with what may be in it',
      '<p id="a">has </p>',
      () => the('#a').insertAdjacentHTML('beforeend', '<b id="new">E11.9</b>'),
      ['text of a', 'all of new'],
    ],
    ['a text comes', '<p id="a"></p>', () => the('#a').append('E11.9'), ['text of a']],
    [
      'our card comes, at the end of a text',
      '<p>E11.9</p> I10',
      () => the('main').append(document.createElement('dxlens-card')),
      [],
    ],
  ])('only what it concerns: %s', (_, html, change, places) => {
    expect(placesAfter(html, change)).toEqual(places);
  });

  it('a form whose fields have the names of DOM properties, as any other block', () => {
    const names = ['nodeType', 'nodeName', 'nodeValue', 'nextSibling', 'previousSibling', 'localName'];
    const form = `<form>${names.map((name) => `<input name="${name}">`).join('')}</form>`;
    const root = show(`<p id="a">E11.9</p>${form}<p>I10</p>`);
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { childList: true });
    const made = document.createElement('div');
    made.innerHTML = form;
    const added = made.firstChild as Node;
    the('#a').after(added);
    expect(observer.takeRecords().flatMap((record) => placesToRead(record))).toEqual([
      { node: added, isAll: true },
    ]);
  });
});
