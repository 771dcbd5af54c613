import { describe, expect, it } from 'vitest';
import { inlineRuns, isUnread, runContainer, spanOf } from '../../../entrypoints/content/reading/inline-runs';
import { show, textOf, the } from '../page';

function textsOf(html: string): string[] {
  return [...inlineRuns(show(html))].map(({ text }) => text.trim()).filter(Boolean);
}

/** Where a code stands in the page, or null when CSS separates its parts. */
function spanOfCode(html: string, code: string): StaticRange | null {
  for (const run of inlineRuns(show(html))) {
    const start = run.text.indexOf(code);
    if (start >= 0) return spanOf(run, start, start + code.length);
  }
  throw new Error(`no run has ${code}`);
}

describe('a run of text', () => {
  it.each([
    ['<p>E<b>11</b>.9</p>', 'E11.9'],
    ['<p>E11<wbr>.9</p>', 'E11.9'],
    ['<p><span>E11</span><span>.9</span></p>', 'E11.9'],
    ['<p><a href="#"><em>E11</em></a><mark>.9</mark></p>', 'E11.9'],
    ['<p>E11<!-- a comment -->.9</p>', 'E11.9'],
    ['E11<i></i>.9', 'E11.9'],
    ['<p><code>E11</code><sup>.9</sup></p>', 'E11.9'],
  ])('goes over inline elements: %s', (html, text) => {
    expect(textsOf(html)).toEqual([text]);
  });

  it.each([
    '<table><tr><td>E11</td><td>.9</td></tr></table>',
    '<ul><li>E11</li><li>.9</li></ul>',
    '<p>E11<br>.9</p>',
    '<p>E11</p><p>.9</p>',
    '<p>E11</p>.9',
    'E11<p>.9</p>',
    '<p>E11<img alt="">.9</p>',
    '<p>E11<button type="button"></button>.9</p>',
    '<dl><dt>E11</dt><dd>.9</dd></dl>',
    '<p>E11<input>.9</p>',
    '<x-cell>E11</x-cell><x-cell>.9</x-cell>',
  ])('ends at a block, cell, item or break: %s', (html) => {
    expect(textsOf(html)).toEqual(['E11', '.9']);
  });

  it.each([
    ['script', '<script type="text/plain">E11.9</script>'],
    ['style', '<style>E11.9</style>'],
    ['textarea', '<textarea>E11.9</textarea>'],
    ['option', '<select><option>E11.9</option></select>'],
    ['template', '<template>E11.9</template>'],
    ['noscript', '<noscript>E11.9</noscript>'],
    ['svg title', '<svg><title>E11.9</title></svg>'],
    ['comment', '<!-- E11.9 -->'],
    ['iframe', '<iframe hidden title="E11.9">E11.9</iframe>'],
  ])('has no text of a %s', (_, html) => {
    expect(textsOf(`<p>before</p>${html}<p>after</p>`)).toEqual(['before', 'after']);
  });

  it('has the text of a link, a button and a label', () => {
    expect(textsOf('<a href="#">E11.9</a><button type="button">I10</button><label>M43.2</label>')).toEqual([
      'E11.9',
      'I10',
      'M43.2',
    ]);
  });

  it('is read below the given node alone', () => {
    show('<p>I10</p><p id="here">E11.9</p><p>M43.2</p>');
    expect([...inlineRuns(the('#here'))].map(({ text }) => text)).toEqual(['E11.9']);
  });

  it('is read from a text node alone', () => {
    show('<p id="here">E11.9</p>');
    expect([...inlineRuns(the('#here').firstChild as Node)].map(({ text }) => text)).toEqual(['E11.9']);
  });

  it('knows where each part begins', () => {
    const [run] = inlineRuns(show('E<b>11</b>.9'));
    expect(run?.parts.map(({ node, start }) => [node.data, start])).toEqual([
      ['E', 0],
      ['11', 1],
      ['.9', 3],
    ]);
  });

  it('is followed in a document nested ten thousand deep', () => {
    const root = show('');
    let inner: Element = root;
    for (let depth = 0; depth < 10_000; depth++) inner = inner.appendChild(document.createElement('b'));
    inner.textContent = 'E11.9';
    expect([...inlineRuns(root)].map(({ text }) => text)).toEqual(['E11.9']);
  });
});

describe('the range of a code', () => {
  it.each([
    ['<p>has E11.9 today</p>'],
    ['<p>has <b>E11.9</b> today</p>'],
    ['<p>has E<b>11</b>.9 today</p>'],
    ['<p><b>has E11</b><wbr><i>.9 today</i></p>'],
    ['<p>has E11<!-- a comment -->.9</p>'],
  ])('covers its characters: %s', (html) => {
    const range = spanOfCode(html, 'E11.9');
    expect(range && textOf(range)).toBe('E11.9');
  });

  it('begins in the text that has its first character', () => {
    const range = spanOfCode('<p>has <b>E11.9</b></p>', 'E11.9');
    expect(range).toMatchObject({ startOffset: 0, endOffset: 5 });
    expect(range?.startContainer).toBe(range?.endContainer);
  });

  it.each([
    [
      'table cells',
      '<div style="display:table-row"><span class="x">E11</span><span class="x">.9</span></div>',
      'table-cell',
    ],
    ['blocks', '<span class="x">E11</span><span class="x">.9</span>', 'block'],
    ['flex items', '<span class="x">E11</span><span class="x">.9</span>', 'inline-flex'],
    ['boxes in a line', '<span class="x">E11</span><span class="x">.9</span>', 'inline-block'],
  ])('is none where spans are laid out as %s', (_, html, display) => {
    const style = `<style>.x { display: ${display} }</style>`;
    expect(spanOfCode(style + html, 'E11.9')).toBeNull();
  });

  it('is none where a block stands between its first and last part', () => {
    expect(spanOfCode('E11<span style="display:block">.</span>9', 'E11.9')).toBeNull();
  });

  it('is one inside a span laid out as a block', () => {
    expect(spanOfCode('<span style="display:block">E<b>11</b>.9</span>', 'E11.9')).not.toBeNull();
  });

  it('goes over spans that have no box of their own', () => {
    expect(spanOfCode('<span style="display:contents">E11</span>.9', 'E11.9')).not.toBeNull();
  });
});

describe('the element that bounds a run', () => {
  it.each([
    ['<table><tr><td id="around"><b><i id="from">E11</i></b>.9</td></tr></table>'],
    ['<ul><li id="around">has <b id="from">E11.9</b></li></ul>'],
    ['<section><p>I10</p><div id="around"><a id="from">E11.9</a></div></section>'],
  ])('is the nearest block: %s', (html) => {
    show(html);
    expect(runContainer(the('#from').firstChild as Node)).toBe(the('#around'));
    expect(runContainer(the('#from'))).toBe(the('#around'));
    expect(runContainer(the('#around'))).toBe(the('#around'));
  });

  it('is none for a text outside any element', () => {
    expect(runContainer(new Text('E11.9'))).toBeNull();
  });
});

describe('a place whose text is not read', () => {
  it.each([
    ['<textarea id="here">E11.9</textarea>', true],
    ['<select><option id="here">E11.9</option></select>', true],
    ['<script type="text/plain" id="here">E11.9</script>', true],
    ['<p id="here">E11.9</p>', false],
    ['<button type="button"><span id="here">E11.9</span></button>', false],
  ])('is told by all that is around it: %s is %s', (html, unread) => {
    show(html);
    expect(isUnread(the('#here'))).toBe(unread);
    expect(isUnread(the('#here').firstChild as Node)).toBe(unread);
  });
});
