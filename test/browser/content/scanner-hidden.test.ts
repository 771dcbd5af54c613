import { describe, expect, it, vi } from 'vitest';
import { setTab, show, the } from '../page';
import { billable, scanner, settle, text, useScanner, verdicts, wait } from '../scanning';

useScanner();

describe('what is hidden', () => {
  it.each([
    ['a block', '<p id="a" hidden>I50.22</p>'],
    ['an inline element', '<p>has <b id="a" hidden>I50.22</b></p>'],
    ['an inline element within a code', '<p>I50<b id="a" hidden>.22</b></p>'],
  ])('is read once it is shown: %s', async (_, html) => {
    scanner.start(show(`<p>E11.9</p>${html}`));
    await settle();
    expect(billable()).toEqual(['E11.9']);
    the('#a').hidden = false;
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
  });

  it('is read once its shadow host is shown', async () => {
    const root = show('<x-card hidden></x-card>');
    the('x-card').attachShadow({ mode: 'open' }).innerHTML = 'I50.22 <p>E11.9</p>';
    scanner.start(root);
    await settle();
    expect(billable()).toEqual([]);
    the('x-card').hidden = false;
    await expect.poll(() => billable().length).toBe(2);
  });
});

describe('shadow roots', () => {
  it.each(['open', 'closed'] as const)('are read, with what changes in them: %s', async (mode) => {
    const root = show('<x-card>light I10</x-card>');
    const shadow = the('x-card').attachShadow({ mode });
    shadow.innerHTML = '<p>E11.9</p><slot></slot>';
    if (mode === 'closed') {
      vi.stubGlobal('chrome', {
        dom: { openOrClosedShadowRoot: (element: Element) => (element === the('x-card') ? shadow : null) },
      });
    }
    scanner.start(root);
    await expect.poll(billable).toEqual(['E11.9']);
    (shadow.firstChild as Element).insertAdjacentHTML('afterend', '<p>I50.22</p>');
    await expect.poll(() => billable().sort()).toEqual(['E11.9', 'I50.22']);
    (shadow.firstChild as Element).remove();
    await expect.poll(billable).toEqual(['I50.22']);
    expect(scanner.shadowRoots).toEqual([shadow]);
  });

  it('are read when their element comes later, and anew when it comes back', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    const card = document.createElement('x-card');
    card.attachShadow({ mode: 'open' }).innerHTML = '<x-inner></x-inner>';
    const inner = card.shadowRoot?.firstChild as Element;
    inner.attachShadow({ mode: 'open' }).innerHTML = '<p>I50.22</p>';
    the('main').append(card);
    await expect.poll(() => billable().length).toBe(2);
    card.remove();
    await expect.poll(billable).toEqual(['E11.9']);
    the('main').append(card);
    await expect.poll(() => billable().length).toBe(2);
    the('main').prepend(card);
    await settle();
    expect(billable()).toHaveLength(2);
  });

  it('are read when an element is defined long after it came', async () => {
    scanner.start(show('<x-late></x-late>'));
    await settle();
    customElements.define(
      'x-late',
      class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>E11.9</p>';
        }
      },
    );
    await expect.poll(billable, { timeout: 4_000 }).toEqual(['E11.9']);
  });

  it('are read when the pointer comes upon an element with both content and a closed root', async () => {
    const root = show('<div id="a"><i></i></div>');
    const shadow = the('#a').attachShadow({ mode: 'closed' });
    shadow.innerHTML = '<p>E11.9</p>';
    scanner.start(root);
    await settle();
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: () => shadow } });
    scanner.visit(the('#a'));
    await expect.poll(billable).toEqual(['E11.9']);
  });
});

describe('a hidden tab', () => {
  it('is not read until it comes to the front', async () => {
    setTab('hidden');
    const posted = vi.spyOn(scheduler, 'postTask');
    scanner.start(show('<p id="a">E11.9</p>'));
    await settle();
    text('#a').data = 'I50.22';
    await settle();
    expect(posted).not.toHaveBeenCalled();
    expect(verdicts.asked).toEqual([]);
    setTab('visible');
    await expect.poll(billable).toEqual(['I50.22']);
  });

  it('keeps no great list of what has changed', async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    setTab('hidden');
    for (let nth = 0; nth < 3_000; nth++) {
      the('#a').insertAdjacentHTML('afterend', '<p>I50.22</p>');
      if (nth % 100 === 0) await wait(0);
    }
    await settle();
    expect(billable()).toEqual(['E11.9']);
    setTab('visible');
    await expect.poll(() => billable().length).toBe(3_001);
  });
});
