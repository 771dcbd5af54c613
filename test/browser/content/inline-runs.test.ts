import { describe, expect, it } from 'vitest';
import {
  type Container,
  containerOf,
  type InlineRun,
  isUnread,
  runsIn,
  spanOf,
  stretchesOf,
} from '../../../entrypoints/content/reading/inline-runs';
import { isShown } from '../../../entrypoints/content/reading/shown';
import { show, textOf, the } from '../page';

/** All runs of a page, in the order of their first texts. */
function runsOf(html: string): InlineRun[] {
  const texts = document.createTreeWalker(show(html), NodeFilter.SHOW_TEXT);
  const containers = new Set<Container>();
  while (texts.nextNode()) {
    const container = containerOf(texts.currentNode) as Element;
    if (!isUnread(container) && isShown(container)) containers.add(container);
  }
  return [...containers].flatMap((container) => runsIn(container));
}

const textsOf = (html: string) => runsOf(html).map(({ text }) => text.trim());

/** Where a code stands in the page, or null when it stands in no run. */
function spanOfCode(html: string, code: string): StaticRange | null {
  for (const run of runsOf(html)) {
    const start = run.text.indexOf(code);
    if (start >= 0) return spanOf(run, start, start + code.length);
  }
  return null;
}

describe('a run of text', () => {
  it.each([
    ['<p>E<b>11</b>.9</p>', 'E11.9'],
    ['<p>E11<wbr>.9</p>', 'E11.9'],
    ['<p><span>E11</span><span>.9</span></p>', 'E11.9'],
    ['<p><span>E</span><span>1</span><span>1</span><span>.</span><span>9</span></p>', 'E11.9'],
    ['<p><a href="#"><em>E11</em></a><mark>.9</mark></p>', 'E11.9'],
    ['<p><b>R<mark>09</mark>.02</b></p>', 'R09.02'],
    ['<p>E11<!-- a comment -->.9</p>', 'E11.9'],
    ['E11<i></i>.9', 'E11.9'],
    ['<p>E11<script type="text/plain">no text</script><style></style>.9</p>', 'E11.9'],
    ['<p>E11<span hidden>7</span>.9</p>', 'E11.9'],
    ['<p><code>E11</code><sub>.9</sub></p>', 'E11.9'],
    ['<svg><text>E11<tspan font-weight="700">.9</tspan></text></svg>', 'E11.9'],
    ['<div contenteditable>E<b>11</b>.9</div>', 'E11.9'],
    ['<pre><span class="key">E11</span><span class="number">.9</span></pre>', 'E11.9'],
    ['<button type="button">E<b>11</b>.9</button>', 'E11.9'],
  ])('goes over inline elements: %s', (html, text) => {
    expect(textsOf(html)).toEqual([text]);
  });

  it.each([
    ['a soft hyphen', 'E11&shy;.9'],
    ['a zero-width space', 'E11&#x200b;.9'],
    ['a zero-width joiner', 'E11&#x200d;.9'],
    ['a word joiner', 'E11&#x2060;.9'],
    ['a byte order mark', '&#xfeff;E11.9'],
    ['some of them in elements of their own', '<b>E11</b><i>&shy;&#x200b;</i><b>.9</b>'],
  ])('is without what nobody sees: %s', (_, html) => {
    expect(textsOf(`<p>${html}</p>`)).toEqual(['E11.9']);
    const range = spanOfCode(`<p>has ${html}</p>`, 'E11.9');
    expect(range && textOf(range).replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')).toBe('E11.9');
  });

  it('keeps a no-break space, which sets apart', () => {
    expect(textsOf('<p>E11&nbsp;.9</p>')).toEqual(['E11\u00a0.9']);
  });

  it('has blanks for the line breaks of the source, and the lines of preformatted text', () => {
    expect(textsOf('<p>E11\n.9</p>')).toEqual(['E11 .9']);
    expect(textsOf('<pre>E11\n.9</pre>')).toEqual(['E11\n.9']);
    expect(textsOf('<p style="white-space: pre-line">E11\n.9</p>')).toEqual(['E11\n.9']);
  });

  it.each([
    '<table><tr><td>E11</td><td>.9</td></tr></table>',
    '<ul><li>E11</li><li>.9</li></ul>',
    '<p>E11<br>.9</p>',
    '<p>E11</p><p>.9</p>',
    '<p>E11</p>.9',
    '<p>E11<button type="button"></button>.9</p>',
    '<dl><dt>E11</dt><dd>.9</dd></dl>',
    '<p>E11<input>.9</p>',
    '<p>E11<textarea></textarea>.9</p>',
    '<p>E11<iframe></iframe>.9</p>',
    '<x-cell>E11</x-cell><x-cell>.9</x-cell>',
    '<div role="grid"><div role="row"><div role="gridcell">E11</div><div role="gridcell">.9</div></div></div>',
    '<div role="listbox"><div role="option">E11</div><div role="option">.9</div></div>',
    '<span role="row"><span role="gridcell">E11</span><span role="gridcell">.9</span></span>',
    '<svg><text>E11</text><text>.9</text></svg>',
    '<fieldset><legend>E11</legend>.9</fieldset>',
    '<details open><summary>E11</summary>.9</details>',
    '<p>E11<hr>.9</p>',
  ])('ends at a block, cell, item or break: %s', (html) => {
    expect(textsOf(html).sort()).toEqual(['.9', 'E11']);
  });

  it.each([
    ['an image', '<img alt="">'],
    ['an icon', '<svg width="10" height="10"><path d="M0 0h10v10z"/></svg>'],
  ])('has a gap for %s in the line', (_, picture) => {
    expect(textsOf(`<p>E11${picture}.9</p>`)).toEqual(['E11 .9']);
  });

  it('has a gap before the number of a footnote', () => {
    expect(textsOf('<p>E11.9<sup>2</sup></p>')).toEqual(['E11.9 2']);
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
    ['canvas', '<canvas>E11.9</canvas>'],
    ['block that is not displayed', '<div style="display:none"><p>E11.9</p></div>'],
    ['inline element that is not displayed', '<p><b hidden>E11.9</b></p>'],
    ['block that is not visible', '<div style="visibility:hidden"><p>E11.9</p></div>'],
    ['inline element that is not visible', '<p><b style="visibility:hidden">E11.9</b></p>'],
    ['detail that is closed', '<details><p>E11.9</p></details>'],
    ['dialog that is closed', '<dialog>E11.9</dialog>'],
    ['popover that is closed', '<div popover>E11.9</div>'],
  ])('has no text of a %s', (_, html) => {
    expect(textsOf(`<p>before</p>${html}<p>after</p>`)).toEqual(['before', 'after']);
  });

  it.each([
    ['scrolled away', 'position:absolute;top:9000px'],
    ['clipped', 'height:5px;overflow:hidden'],
    ['skipped until it is near', 'content-visibility:auto'],
    ['transparent for the moment', 'opacity:0'],
    ['without a box of its own', 'display:contents'],
  ])('has the text that is %s', (_, style) => {
    expect(textsOf(`<div style="${style}"><p>E11.9</p></div>`)).toEqual(['E11.9']);
  });

  it('has the text of a link, a button and a label', () => {
    expect(textsOf('<a href="#">E11.9</a><button type="button">I10</button><label>M43.2</label>')).toEqual([
      'E11.9',
      'M43.2',
      'I10',
    ]);
  });

  it('knows where each part begins', () => {
    const [run] = runsOf('E<b>11</b>.9');
    expect(run?.parts.map(({ node, start, from }) => [node.data, start, from])).toEqual([
      ['E', 0, 0],
      ['11', 1, 0],
      ['.9', 3, 0],
    ]);
  });

  // Deeper ones, laid out, crash Chromium 156 by themselves.
  it('is followed in spans nested three thousand deep', () => {
    const root = show('');
    let inner: Element = root;
    for (let depth = 0; depth < 3_000; depth++) {
      inner.append('has');
      inner = inner.appendChild(document.createElement('span'));
    }
    inner.textContent = ' I10';
    expect(
      runsIn(root)
        .map(({ text }) => text)
        .join(''),
    ).toBe(`${'has'.repeat(3_000)} I10`);
  });
});

describe('a container with very much text', () => {
  it.each([
    ['in one text', `<pre>${'E11.9 is a code\n'.repeat(5_000)}</pre>`],
    ['in many elements', `<pre>${'<span>E11</span><span>.9</span> is a code\n'.repeat(5_000)}</pre>`],
  ])('is read in stretches %s, none of which cuts a code or a line', (_, html) => {
    const container = show(html).firstElementChild as Element;
    const { first, others } = stretchesOf(container);
    const stretches = [first, ...(others ?? [])];
    expect(stretches.length).toBeGreaterThan(5);
    const texts = stretches.flat().map(({ text }) => text);
    expect(texts.join('')).toBe(container.textContent);
    for (const text of texts) expect(text).toMatch(/^(?:E11\.9 is a code\n)+$/);
    for (const run of stretches.flat()) {
      const at = run.text.lastIndexOf('E11.9');
      expect(textOf(spanOf(run, at, at + 5))).toBe('E11.9');
    }
  });

  it('is read to its end though it has no blank at all', () => {
    const container = show(`<p>${'<span>verylong</span>'.repeat(5_000)}</p>`).firstElementChild as Element;
    expect(
      runsIn(container)
        .map(({ text }) => text)
        .join(''),
    ).toBe(container.textContent);
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

  const spans = '<span class="x">E11</span><span class="x">.9</span>';
  it.each([
    ['table cells', `<div style="display:table-row">${spans}</div>`, 'display:table-cell'],
    ['blocks', spans, 'display:block'],
    ['flex items', `<div style="display:flex">${spans}</div>`, ''],
    ['grid items', `<div style="display:grid">${spans}</div>`, ''],
    ['boxes in a line', spans, 'display:inline-block'],
    ['flex boxes in a line', spans, 'display:inline-flex'],
    ['floats', spans, 'float:left'],
    ['boxes with a place of their own', spans, 'position:absolute'],
    ['words with padding between', spans, 'padding:0 3px'],
    ['words with a margin between', spans, 'margin-left:8px'],
    ['words with a comma of the style sheet', `<style>.x+.x::before{content:", "}</style>${spans}`, ''],
    ['words behind a zero-width space', spans.replace('>.9', '>&#x200b;.9'), 'display:inline-block'],
  ])('is none where spans are laid out as %s', (_, html, css) => {
    expect(spanOfCode(`<style>.x { ${css} }</style>${html}`, 'E11.9')).toBeNull();
  });

  it.each([
    ['empty marks of the style sheet', '.x::after { content: "" }'],
    ['a hair of padding', '.x { padding: 0 1px }'],
    ['colours', '.x { color: red; background: yellow }'],
  ])('is one where spans have %s', (_, css) => {
    expect(spanOfCode(`<style>${css}</style>${spans}`, 'E11.9')).not.toBeNull();
  });

  it('is none where words of SVG have places of their own', () => {
    expect(
      spanOfCode('<svg><text><tspan x="0">E11</tspan><tspan x="90">.9</tspan></text></svg>', 'E11.9'),
    ).toBeNull();
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
    ['<svg><text id="around"><tspan id="from">E11.9</tspan></text></svg>'],
    ['<div><span role="gridcell" id="around"><b id="from">E11.9</b></span></div>'],
  ])('is the nearest block: %s', (html) => {
    show(html);
    const [from, around] = [document.querySelector('#from') as Element, document.querySelector('#around')];
    expect(containerOf(from.firstChild as Node)).toBe(around);
    expect(containerOf(from)).toBe(around);
    expect(containerOf(around as Element)).toBe(around);
  });

  it('is the shadow root for text that stands in it alone', () => {
    const root = show('').attachShadow({ mode: 'closed' });
    root.innerHTML = 'has <b>E11.9</b>';
    expect(containerOf(root.firstChild as Node)).toBe(root);
    expect(containerOf(root.querySelector('b') as Node)).toBe(root);
    expect(runsIn(root).map(({ text }) => text)).toEqual(['has E11.9']);
  });

  it('is none for a text outside any element', () => {
    expect(containerOf(new Text('E11.9'))).toBeNull();
  });
});

describe('a place whose text is not read', () => {
  it.each([
    ['<textarea id="here">E11.9</textarea>', true],
    ['<select><option id="here">E11.9</option></select>', true],
    ['<script type="text/plain" id="here">E11.9</script>', true],
    ['<object><p id="here">E11.9</p></object>', true],
    ['<p id="here">E11.9</p>', false],
    ['<div contenteditable id="here">E11.9</div>', false],
    ['<button type="button"><span id="here">E11.9</span></button>', false],
  ])('is told by all that is around it: %s is %s', (html, unread) => {
    show(html);
    expect(isUnread(the('#here'))).toBe(unread);
  });
});

describe('a form whose fields have the names of DOM properties', () => {
  const names = [
    'parentNode',
    'nextSibling',
    'firstChild',
    'nodeType',
    'localName',
    'childElementCount',
    'isConnected',
    'getRootNode',
    'checkVisibility',
    'contains',
    'getAttribute',
    'compareDocumentPosition',
    'shadowRoot',
  ];
  const fields = names.map((name) => `<input name="${name}">`).join('');

  it('is read as any other', () => {
    expect(textsOf(`<div>before<form>E<b>11</b>.9${fields}<p>I10</p></form>after</div>`)).toEqual([
      'before',
      'after',
      'E11.9',
      'I10',
    ]);
  });
});
