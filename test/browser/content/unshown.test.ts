import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Unshown } from '../../../entrypoints/content/marking/unshown';
import type { Container } from '../../../entrypoints/content/reading/inline-runs';
import { setTab, show, the } from '../page';

let shown: string[];
let unshown: Unshown;
beforeEach(async () => {
  await page.viewport(1000, 700);
  shown = [];
  unshown = new Unshown((container: Container) =>
    shown.push(container instanceof ShadowRoot ? 'shadow root' : container.id),
  );
});
afterEach(() => {
  unshown.stop();
  setTab('visible');
});

/** Shows a page with a hidden element named `a`, and waits until nothing of making it is left. */
async function hide(html: string): Promise<void> {
  show(html);
  await wait(50);
  unshown.add(the('#a'));
  await wait(200);
  expect(shown).toEqual([]);
}

const wait = (time: number) => new Promise((resume) => setTimeout(resume, time));

describe('what was hidden', () => {
  const style = '<style>.off { display: none } .unseen { visibility: hidden }</style>';
  it.each([
    ['a class goes', `${style}<p id="a" class="off">`, () => the('#a').classList.remove('off')],
    [
      'a class around it goes',
      `${style}<div class="off"><p id="a">`,
      () => the('div').removeAttribute('class'),
    ],
    ['it is made visible', `${style}<p id="a" class="unseen">`, () => (the('#a').className = '')],
    ['its style changes', '<p id="a" style="display:none">', () => (the('#a').style.display = 'block')],
    ['it is hidden no more', '<p id="a" hidden>', () => (the('#a').hidden = false)],
    [
      'its details open',
      '<details><summary>More</summary><p id="a"></p></details>',
      () => (the<HTMLDetailsElement>('details').open = true),
    ],
    ['its details are clicked', '<details><summary>More</summary><p id="a">', () => the('summary').click()],
    [
      'an attribute changes that a style sheet asks for',
      '<style>[data-state=closed] p { display: none }</style><div data-state="closed"><p id="a">',
      () => the('div').setAttribute('data-state', 'open'),
    ],
    [
      'a tab made of CSS alone is chosen',
      '<style>input:not(:checked) ~ p { display: none }</style><input type="radio"><p id="a">',
      () => the('input').click(),
    ],
    [
      'a link leads to it',
      '<style>p:not(:target) { display: none }</style><a href="#a">Go</a><p id="a">',
      () => the('a').click(),
    ],
    [
      'a modal dialog opens',
      '<dialog><p id="a"></p></dialog>',
      () => the<HTMLDialogElement>('dialog').showModal(),
    ],
    ['a popover opens', '<div popover><p id="a"></p></div>', () => the('div').showPopover()],
    [
      'a style sheet comes',
      '<style>p { display: none }</style><p id="a">',
      () => addSheet('#a { display: block }'),
    ],
    [
      'a menu opens under the focus',
      '<style>p { display: none } div:focus-within p { display: block }</style><div><button type="button">Menu</button><p id="a"></p></div>',
      () => the('button').focus(),
    ],
  ])('is told of when %s', async (_, html, change) => {
    await hide(html);
    change();
    await expect.poll(() => shown).toEqual(['a']);
    history.replaceState(null, '', location.pathname + location.search);
  });

  /** The scanner tells of nodes that come. */
  function addSheet(css: string): void {
    const sheet = document.createElement('style');
    sheet.textContent = css;
    the('main').append(sheet);
    unshown.changed();
  }

  it('is told of when a style sheet has been fetched', async () => {
    await hide('<style>p { display: none }</style><p id="a">');
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = URL.createObjectURL(new Blob(['#a { display: block }'], { type: 'text/css' }));
    the('main').append(link);
    await expect.poll(() => shown).toEqual(['a']);
  });

  it('is told of when the window has another size', async () => {
    await hide('<style>@media (min-width: 800px) { p { display: none } }</style><p id="a">');
    await page.viewport(600, 700);
    await expect.poll(() => shown).toEqual(['a']);
  });

  it('is told of in a shadow root, whatever shows it: its own tree, or one around it', async () => {
    const outer = show('<div id="host" class="off"></div><style>.off { display: none }</style>');
    const root = the('#host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<p id="a" hidden>E11.9</p>';
    unshown.add(root.firstChild as Element);
    unshown.add(root);
    (outer.firstChild as Element).className = '';
    await expect.poll(() => shown).toEqual(['shadow root']);
    (root.firstChild as HTMLElement).hidden = false;
    await expect.poll(() => shown).toEqual(['shadow root', 'a']);
  });

  it('is told of once', async () => {
    await hide('<p id="a" hidden>');
    the('#a').hidden = false;
    await expect.poll(() => shown).toEqual(['a']);
    the('#a').className = 'x';
    await wait(300);
    expect(shown).toEqual(['a']);
  });

  it('is forgotten when it leaves the page', async () => {
    await hide('<p id="a" hidden>');
    const element = the('#a');
    element.remove();
    document.body.click();
    await wait(300);
    element.hidden = false;
    the('main').append(element);
    document.body.click();
    await wait(300);
    expect(shown).toEqual([]);
  });

  it('is looked for in many places little by little', async () => {
    show('<p hidden></p>'.repeat(20_000));
    const hidden = [...document.querySelectorAll('p')];
    for (const element of hidden) unshown.add(element);
    for (const element of hidden) element.hidden = false;
    await expect.poll(() => shown.length, { timeout: 8_000 }).toBe(20_000);
  }, 10_000);

  it('waits in a hidden tab, until that comes to the front', async () => {
    await hide('<p id="a" hidden>');
    setTab('hidden');
    the('#a').hidden = false;
    await wait(300);
    expect(shown).toEqual([]);
    setTab('visible');
    await expect.poll(() => shown).toEqual(['a']);
  });
});
