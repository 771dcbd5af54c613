import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Roots } from '../../../entrypoints/content/marking/roots';
import { show, the } from '../page';

let found: ShadowRoot[];
let roots: Roots;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  found = [];
  roots = new Roots((root) => found.push(root));
});
afterEach(() => {
  roots.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

let count = 0;
/** Names of custom elements are taken once and for all. */
const newName = () => `test-host-${++count}`;

describe('the shadow roots of a page', () => {
  it('are found in custom elements and in plain ones, with and without content', async () => {
    const page = show(
      '<x-card>light</x-card><div id="empty"></div><section id="full">light</section><p>none</p>',
    );
    const made = ['x-card', '#empty', '#full'].map((selector) =>
      the(selector).attachShadow({ mode: 'open' }),
    );
    roots.findIn(page);
    expect(found).toEqual([made[0]]);
    await expect.poll(() => new Set(found)).toEqual(new Set(made));
  });

  it('are found in one another, the innermost first', () => {
    const outer = show('<x-outer></x-outer>').firstElementChild?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.innerHTML = '<div><x-inner></x-inner></div>';
    const inner = outer.querySelector('x-inner')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    roots.findIn(the('main'));
    expect(found).toEqual([outer, inner]);
    expect(roots.all()).toEqual([inner, outer]);
  });

  it('are found closed, by what the browser gives to extensions', () => {
    show('<x-card></x-card>');
    const closed = the('x-card').attachShadow({ mode: 'closed' });
    vi.stubGlobal('chrome', {
      dom: { openOrClosedShadowRoot: (element: Element) => (element === the('x-card') ? closed : null) },
    });
    roots.findIn(the('main'));
    expect(found).toEqual([closed]);
  });

  it('are told of once', () => {
    show('<x-card></x-card>');
    the('x-card').attachShadow({ mode: 'open' });
    roots.findIn(the('main'));
    roots.findIn(the('main'));
    roots.visit(the('x-card'));
    expect(found).toHaveLength(1);
  });

  it('are told of again when their element has left and come back', () => {
    show('<x-card></x-card>');
    const card = the('x-card');
    card.attachShadow({ mode: 'open' });
    roots.findIn(the('main'));
    card.remove();
    roots.sweep();
    expect(roots.all()).toEqual([]);
    the('main').append(card);
    roots.findIn(card);
    expect(found).toHaveLength(2);
  });

  it.each([200, 1_500, 7_000])('are found in an element that is defined %i ms later', (after) => {
    const name = newName();
    show(`<${name}></${name}>`);
    roots.findIn(the('main'));
    vi.advanceTimersByTime(after);
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = 'E11.9';
        }
      },
    );
    vi.advanceTimersByTime(8_000);
    expect(found).toEqual([the(name).shadowRoot]);
  });

  it('are waited for anew with each element that comes', () => {
    show('<x-one></x-one>');
    roots.findIn(the('main'));
    vi.advanceTimersByTime(7_900);
    the('main').insertAdjacentHTML('beforeend', '<x-two></x-two>');
    roots.findIn(the('x-two'));
    vi.advanceTimersByTime(1_000);
    the('x-two').attachShadow({ mode: 'open' });
    vi.advanceTimersByTime(8_000);
    expect(found).toEqual([the('x-two').shadowRoot]);
  });

  it('are none of ours: the card is not read', () => {
    show('<dxlens-card></dxlens-card>');
    the('dxlens-card').attachShadow({ mode: 'open' });
    roots.findIn(the('main'));
    expect(found).toEqual([]);
  });

  it('are looked for in a form whose fields have the names of DOM properties', () => {
    const names = ['querySelectorAll', 'shadowRoot', 'localName', 'isConnected', 'openOrClosedShadowRoot'];
    show(`<form>${names.map((name) => `<input name="${name}">`).join('')}<x-card></x-card></form>`);
    the('x-card').attachShadow({ mode: 'open' });
    roots.findIn(document.querySelector('form') as Element);
    expect(found).toHaveLength(1);
  });

  it('are looked for no more once it is stopped', () => {
    show('<x-card></x-card>');
    roots.findIn(the('main'));
    roots.stop();
    the('x-card').attachShadow({ mode: 'open' });
    vi.advanceTimersByTime(10_000);
    expect(found).toEqual([]);
  });
});
