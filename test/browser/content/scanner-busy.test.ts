import { describe, expect, it, vi } from 'vitest';
import { show, the } from '../page';
import { billable, marks, scanner, settle, text, useScanner, verdicts, wait } from '../scanning';

vi.mock('wxt/browser', () => import('../fake-browser'));

useScanner();

describe('a busy page', () => {
  it('is read once after many changes at once', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    const posted = vi.spyOn(scheduler, 'postTask');
    for (let nth = 0; nth < 1_000; nth++) the('main').insertAdjacentHTML('beforeend', '<i>no code</i>');
    await settle();
    // A slice ends by the clock, so a slow machine takes a few more: far fewer than the changes all the same.
    expect(posted.mock.calls.length).toBeLessThan(50);
  });

  it('whose rows are used again for other texts has the marks of the new ones alone', async () => {
    const rows = () => [...document.querySelectorAll('td')];
    const row = '<tr><td>E11.9</td></tr>';
    scanner.start(show(`<table>${row.repeat(50)}</table>`));
    await expect.poll(() => billable().length).toBe(50);
    for (let turn = 0; turn < 10; turn++) {
      for (const [nth, cell] of rows().entries()) {
        (cell.firstChild as Text).data = (nth + turn) % 2 ? 'I50.22' : `row ${nth}`;
      }
      await wait(30);
    }
    await expect.poll(() => new Set(billable())).toEqual(new Set(['I50.22']));
    expect(billable()).toHaveLength(25);
    expect(marks.count).toBe(25);
  });

  it('whose list shows a few rows of many has the marks of those alone', async () => {
    const list = (from: number) =>
      Array.from({ length: 20 }, (_, nth) => `<li>row ${from + nth}: E11.9</li>`).join('');
    scanner.start(show(`<ul>${list(0)}</ul>`));
    await expect.poll(() => billable().length).toBe(20);
    for (let from = 20; from < 400; from += 20) {
      the('ul').innerHTML = list(from);
      await wait(10);
    }
    await settle();
    expect(billable()).toHaveLength(20);
    for (const range of CSS.highlights.get('dxlens-billable') ?? []) {
      expect(range.startContainer.isConnected).toBe(true);
    }
  });

  it('with a clock in the text around everything reads the clock alone', async () => {
    scanner.start(show('12:30:00<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    const walkers = vi.spyOn(document, 'createTreeWalker');
    for (let second = 0; second < 3; second++) {
      text('main').data = `12:30:0${second}`;
      await wait(100);
    }
    await settle();
    expect(verdicts.asked).toEqual([['E11.9']]);
    expect(billable()).toEqual(['E11.9']);
    expect(walkers.mock.calls.every(([root]) => root === the('main'))).toBe(true);
  });

  it('that has a card of ours put into it does not read it', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    const card = document.createElement('dxlens-card');
    card.attachShadow({ mode: 'open' }).innerHTML = '<p>I50.22</p>';
    the('main').append(card);
    scanner.again();
    await settle();
    expect(billable()).toEqual(['E11.9']);
  });

  it('that clears the registry of highlights has its marks back', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    CSS.highlights.clear();
    await expect.poll(billable, { timeout: 2_000 }).toEqual(['E11.9']);
  });

  it('whose form has a field for each name that a DOM property has is read around it', async () => {
    const names = new Set<string>();
    for (let of = HTMLFormElement.prototype; of !== Object.prototype; of = Object.getPrototypeOf(of)) {
      for (const name of Object.getOwnPropertyNames(of)) names.add(name);
    }
    const fields = [...names].map((name) => `<input name="${name}">`).join('');
    expect(names.size).toBeGreaterThan(200);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const form = `<section><form><p>no code</p>${fields}</form></section>`;
    scanner.start(show(`has E11.9 today${form}<p>has I50.22</p><div hidden>${form}<p>E11.9</p></div>`));
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
    the('div').hidden = false;
    await expect.poll(billable).toEqual(['E11.9', 'I50.22', 'E11.9']);
    for (const section of document.querySelectorAll('section')) section.insertAdjacentHTML('beforeend', form);
    await settle();
    for (const section of document.querySelectorAll('section')) section.replaceChildren();
    await settle();
    expect(billable()).toEqual(['E11.9', 'I50.22', 'E11.9']);
  });

  it('whose form has fields with the names of DOM properties is read to its end', async () => {
    const names = [
      'parentNode',
      'nextSibling',
      'firstChild',
      'childElementCount',
      'localName',
      'nodeType',
      'isConnected',
      'getRootNode',
      'contains',
      'checkVisibility',
      'shadowRoot',
      'querySelectorAll',
    ];
    const fields = names.map((name) => `<input name="${name}">`).join('');
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    scanner.start(show(`<p>E11.9</p><form><p id="a">I50.22</p>${fields}</form><p>has E11.9</p>`));
    await expect.poll(billable).toEqual(['E11.9', 'I50.22', 'E11.9']);
    text('#a').data = 'E11.9';
    await expect.poll(billable).toEqual(['E11.9', 'E11.9', 'E11.9']);
    document.querySelector('form')?.remove();
    await expect.poll(billable).toEqual(['E11.9', 'E11.9']);
    expect(quiet).not.toHaveBeenCalled();
  });
});
