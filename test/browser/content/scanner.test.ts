import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Code, dotted } from '../../../data/code';
import type { Verdict } from '../../../data/lookup/answer';
import { Decider } from '../../../entrypoints/content/marking/decider';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { Scanner } from '../../../entrypoints/content/marking/scanner';
import { painted, setTab, show, the } from '../page';

/** What the background would say of the codes of these tests. */
const VERDICTS: Record<string, Verdict> = {
  'E11.9': 'billable',
  I10: 'billable',
  'I50.22': 'billable',
  'M43.2': 'header',
  'S52.501': 'incomplete',
};

class FakeVerdicts {
  readonly asked: string[][] = [];
  /** How many of the next questions fail. */
  failures = 0;

  async of(codes: ReadonlySet<Code>): Promise<ReadonlyMap<Code, Verdict>> {
    this.asked.push([...codes].map(dotted));
    if (this.failures > 0) {
      this.failures--;
      throw new Error('the worker is starting');
    }
    return new Map([...codes].map((code) => [code, VERDICTS[dotted(code)] ?? 'unknown']));
  }
}

let marks: Marks;
let verdicts: FakeVerdicts;
let scanner: Scanner;
let failed: unknown[];
beforeEach(() => {
  marks = new Marks();
  verdicts = new FakeVerdicts();
  failed = [];
  scanner = new Scanner(marks, deciderOn(verdicts), (reason) => failed.push(reason));
});
afterEach(() => {
  scanner.stop();
  setTab('visible');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function deciderOn(verdicts: Pick<FakeVerdicts, 'of'>): Decider {
  return new Decider({ verdicts, titles: { of: async () => new Map() } });
}

const billable = () => painted('dxlens-billable');

const wait = (time: number) => new Promise((resume) => setTimeout(resume, time));

/** Waits until the scanner has read all that changed. */
const settle = () => wait(500);

describe('the codes of a page', () => {
  it('are marked by their verdicts', async () => {
    scanner.start(show('<p>E11.9, M43.2 and S52.501</p><table><tr><td>I50.22</td></tr></table>'));
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(painted('dxlens-incomplete')).toEqual(['S52.501']);
  });

  it('are marked behind a label though the release does not have them, and not without one', async () => {
    scanner.start(show('<p>ICD-10: E11.95</p><p>Model Z99.99</p><p>ICD-10: I10</p>'));
    await expect.poll(billable).toEqual(['I10']);
    expect(painted('dxlens-unknown')).toEqual(['E11.95']);
  });

  it('are marked over the inline elements that they are split over', async () => {
    scanner.start(show('<p>has E<b>11</b>.9 today</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
  });

  it('are not marked over cells', async () => {
    scanner.start(show('<table><tr><td>E11</td><td>.9</td></tr></table><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
  });

  it('are asked for once each', async () => {
    scanner.start(show('<p>E11.9</p><p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9', 'E11.9']);
    expect(verdicts.asked).toEqual([['E11.9']]);
  });

  it('are not asked for on a page that has none', async () => {
    scanner.start(show('<p>Nothing to see here, T14:30, v1.2.3</p>'));
    await settle();
    expect(verdicts.asked).toEqual([]);
  });

  it('are marked while the page stays as it is', async () => {
    const root = show('<p class="a">E11.9 <input value="E11.9"></p>');
    const before = root.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    the('input').focus();
    scanner.start(root);
    await expect.poll(billable).toEqual(['E11.9']);
    expect(records).toEqual([]);
    expect(root.outerHTML).toBe(before);
    expect(document.activeElement).toBe(the('input'));
    observer.disconnect();
  });
});

describe('a change of the page', () => {
  it.each([
    ['a text that is edited', () => (text('#a').data = 'now I50.22'), ['I50.22']],
    ['a text that is replaced', () => (the('#a').textContent = 'I50.22'), ['I50.22']],
    ['a text that loses its code', () => text('#a').deleteData(0, 5), []],
    [
      'an element that comes',
      () => the('#a').insertAdjacentHTML('afterend', '<p>I50.22</p>'),
      ['E11.9', 'I50.22'],
    ],
    [
      'an inline element that comes',
      () => the('#a').insertAdjacentHTML('beforeend', ' <b>I50.22</b>'),
      ['E11.9', 'I50.22'],
    ],
    ['an element that goes', () => the('#a').remove(), []],
    ['an element that is moved', () => the('#b').append(the('#a')), ['E11.9']],
    ['a digit that follows a code', () => the('#a').append('5'), []],
    [
      'a block that comes between the parts of a code',
      () => text('#a').splitText(3).before(document.createElement('hr')),
      [],
    ],
    ['markup that is written anew', () => (the('main').innerHTML = '<p>I50.22</p>'), ['I50.22']],
  ])('is followed: %s', async (_, change, codes) => {
    scanner.start(show('<p id="a">E11.9</p><div id="b"></div>'));
    await expect.poll(billable).toEqual(['E11.9']);
    change();
    await settle();
    await expect.poll(billable).toEqual(codes);
  });

  it('that joins the parts of a code marks it', async () => {
    scanner.start(show('<p id="a">E11<br>.9</p><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
    the('br').remove();
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
  });

  it('in a field or a script is not read', async () => {
    scanner.start(show('<textarea></textarea><style id="css"></style><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
    the('textarea').append('E11.9');
    the('#css').append('E11.9');
    await settle();
    expect(billable()).toEqual(['I50.22']);
  });

  it('of one row reads that row, not the whole page', async () => {
    scanner.start(show('<p>E11.9</p><table><tr id="row"><td>I50.22</td></tr></table>'));
    await expect.poll(billable).toHaveLength(2);
    the('#row').insertAdjacentHTML('afterend', '<tr><td>M43.2</td></tr>');
    await expect.poll(() => painted('dxlens-header')).toEqual(['M43.2']);
    expect(verdicts.asked).toEqual([['E11.9', 'I50.22'], ['M43.2']]);
  });

  it('that adds a block to the body reads that block, not the whole page', async () => {
    scanner.start(show('<p>E11.9</p>\n<p>I50.22</p>\n'));
    await expect.poll(billable).toHaveLength(2);
    the('main').insertAdjacentHTML('beforeend', '<div>M43.2</div>');
    await expect.poll(() => painted('dxlens-header')).toEqual(['M43.2']);
    expect(verdicts.asked).toEqual([['E11.9', 'I50.22'], ['M43.2']]);
  });

  it('that takes a block away reads nothing', async () => {
    scanner.start(show('<p>E11.9</p>\n<p id="gone">I50.22</p>\n'));
    await expect.poll(billable).toHaveLength(2);
    the('#gone').remove();
    await settle();
    expect(billable()).toEqual(['E11.9']);
    expect(verdicts.asked).toHaveLength(1);
  });

  it('of the whole body is followed', async () => {
    show('<iframe></iframe>');
    const page = the<HTMLIFrameElement>('iframe').contentDocument as Document;
    page.body.innerHTML = '<p>E11.9</p>';
    scanner.start(page.documentElement);
    await expect.poll(billable).toEqual(['E11.9']);
    const body = page.createElement('body');
    body.innerHTML = '<p>I50.22</p>';
    page.body = body;
    await expect.poll(billable).toEqual(['I50.22']);
  });

  it('while the background answers leaves no mark on a text that has become another', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(verdicts, 'of').mockImplementationOnce(async (codes) => {
      await answered;
      return new Map([...codes].map((code) => [code, 'billable']));
    });
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(() => verdicts.of).toHaveBeenCalled();
    text('#a').data = 'Nothing here';
    answer();
    await settle();
    expect(billable()).toEqual([]);
  });
});

describe('a big document', () => {
  const SECTIONS = 60;
  const sections = (count: number) =>
    Array.from(
      { length: count },
      (_, nth) => `<section id="s${nth}"><p>E11.9</p><p>I50.22</p></section>`,
    ).join('');

  it('is read in several slices, none of which holds the page for long', async () => {
    const lengths = watchTasks();
    scanner.start(show(sections(6_000)));
    await expect.poll(() => CSS.highlights.get('dxlens-billable')?.size, { timeout: 20_000 }).toBe(12_000);
    expect(lengths.length).toBeGreaterThan(3);
    // A slice takes 4 ms; the rest is room for a busy machine.
    expect(Math.max(...lengths)).toBeLessThan(60);
  }, 30_000);

  it('is read to its end though the page takes away the place that was reached', async () => {
    // A clock that goes on by a millisecond a look: each slice reads a few runs.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++);
    const slices: (() => void)[] = [];
    vi.spyOn(scheduler, 'postTask').mockImplementation((task) => {
      slices.push(task as () => void);
      return new Promise(() => undefined);
    });
    scanner.start(show(sections(SECTIONS)));
    slices.shift()?.();
    await expect.poll(() => billable().length).toBeGreaterThan(0);
    const reached = billable().length;
    expect(reached).toBeLessThan(SECTIONS);
    // Wherever within it the reading stands, its place is gone.
    for (let nth = Math.floor(reached / 2) - 1; nth <= reached / 2 + 1; nth++) {
      for (const child of the(`#s${nth}`).querySelectorAll('p')) child.remove();
    }
    await new Promise((resume) => setTimeout(resume));
    for (let turn = 0; turn < 500 && slices.length > 0; turn++) slices.shift()?.();
    const left = document.querySelectorAll('section p').length;
    expect(left).toBeGreaterThan(SECTIONS);
    await expect.poll(() => billable().length).toBe(left);
  });

  it('is read to its end though the page puts the place that was reached elsewhere', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++);
    const slices: (() => void)[] = [];
    vi.spyOn(scheduler, 'postTask').mockImplementation((task) => {
      slices.push(task as () => void);
      return new Promise(() => undefined);
    });
    scanner.start(show(sections(SECTIONS)));
    slices.shift()?.();
    await expect.poll(() => billable().length).toBeGreaterThan(0);
    for (let nth = 0; nth < billable().length; nth++) the('main').append(the(`#s${nth}`));
    await wait(0);
    for (let turn = 0; turn < 500 && slices.length > 0; turn++) slices.shift()?.();
    await expect.poll(() => billable().length).toBe(2 * SECTIONS);
  });

  it('is read from what is on the screen, and then from its beginning', async () => {
    show(`${'<p>E11.9</p>'.repeat(2_000)}<p>M43.2</p>${'<p>I50.22</p>'.repeat(50)}`);
    window.scrollTo(0, document.documentElement.scrollHeight);
    scanner.start(document.documentElement);
    await expect.poll(() => verdicts.asked.length).toBeGreaterThan(0);
    expect(verdicts.asked[0]?.[0]).not.toBe('E11.9');
    await expect.poll(() => billable().length).toBe(2_050);
    window.scrollTo(0, 0);
  });

  it('keeps the marks of a text around what is on the screen, which is passed twice', async () => {
    const blocks = '<p>no code</p>'.repeat(4_000);
    show(`<div>has E11.9 ${blocks}<p style="height:3000px">I50.22</p>${blocks} and I10 (ICD-10-CM)</div>`);
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    scanner.start(document.documentElement);
    await expect.poll(billable).toEqual(['E11.9', 'I50.22', 'I10']);
    await settle();
    expect(billable()).toEqual(['E11.9', 'I50.22', 'I10']);
    window.scrollTo(0, 0);
  });
});

/** The lengths of the tasks in which the scanner reads, in milliseconds. */
function watchTasks(): number[] {
  const lengths: number[] = [];
  const original = scheduler.postTask.bind(scheduler);
  vi.spyOn(scheduler, 'postTask').mockImplementation((task, options) =>
    original(() => {
      const start = performance.now();
      (task as () => void)();
      lengths.push(performance.now() - start);
    }, options),
  );
  return lengths;
}

describe('a hostile page holds the thread no longer than a slice', () => {
  it.each([
    [
      'with a text of 2 MB',
      () => show(`<pre>${'E11.9 is a code of diabetes\n'.repeat(75_000)}</pre>`),
      75_000,
    ],
    [
      'with a text of 2 MB in one line',
      () => show(`<p>${'E11.9 is a code of diabetes '.repeat(75_000)}</p>`),
      75_000,
    ],
    ['with a text of 2 MB without a code', () => show(`<p>${'nothing to see here '.repeat(100_000)}</p>`), 0],
    ['with a text of 2 MB without a blank', () => show(`<p>${'nothingtoseehere'.repeat(125_000)}</p>`), 0],
    [
      'with 20,000 spans in one container',
      () => show(`<pre>${'<span>E11</span><span>.9</span> x\n'.repeat(10_000)}</pre>`),
      10_000,
    ],
    [
      'with spans nested 3,000 deep',
      () => {
        const root = show('');
        let inner: Element = root;
        for (let depth = 0; depth < 3_000; depth++) {
          inner.append('has E11.9 ');
          inner = inner.appendChild(document.createElement('span'));
        }
        return root;
      },
      3_000,
    ],
    [
      'with spans nested 10,000 deep that are not displayed',
      () => {
        const root = show('<p>E11.9</p><div style="display:none"></div>');
        let inner: Element = the('div');
        for (let depth = 0; depth < 10_000; depth++)
          inner = inner.appendChild(document.createElement('span'));
        inner.textContent = 'I50.22';
        return root;
      },
      1,
    ],
    [
      'with blocks nested 400 deep, each with a code',
      () => show(`${'<div>E11.9'.repeat(400)}${'</div>'.repeat(400)}`),
      400,
    ],
  ])(
    '%s',
    async (_, make, count) => {
      const root = make();
      // The page's own layout is none of our time.
      root.getBoundingClientRect();
      const lengths = watchTasks();
      scanner.start(root);
      if (count === 0) await wait(1_500);
      else {
        await expect.poll(() => CSS.highlights.get('dxlens-billable')?.size, { timeout: 40_000 }).toBe(count);
      }
      const longest = Math.max(...lengths);
      console.info(`${_}: ${lengths.length} slices, the longest ${longest.toFixed(1)} ms`);
      expect(longest).toBeLessThan(50);
    },
    60_000,
  );
});

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

describe('a busy page', () => {
  it('is read once after many changes at once', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    const posted = vi.spyOn(scheduler, 'postTask');
    for (let nth = 0; nth < 1_000; nth++) the('main').insertAdjacentHTML('beforeend', '<i>no code</i>');
    await settle();
    expect(posted.mock.calls.length).toBeLessThan(8);
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

describe('a background that does not answer', () => {
  it('is told of, and asked again after a while', async () => {
    verdicts.failures = 1;
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable, { timeout: 4_000 }).toEqual(['E11.9']);
    expect(failed).toHaveLength(1);
  });

  it('is asked again after each time that it fails, on a page that stays open for long', async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    for (let time = 0; time < 4; time++) {
      verdicts.failures = 1;
      text('#a').data = `again ${time}: I50.22`;
      await expect.poll(() => failed.length).toBe(time + 1);
      await expect.poll(billable, { timeout: 4_000 }).toEqual(['I50.22']);
    }
  }, 20_000);

  it('is left alone after it has failed a few times on end', async () => {
    verdicts.failures = 100;
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(() => failed.length, { timeout: 6_000 }).toBe(4);
    await new Promise((resume) => setTimeout(resume, 1_500));
    expect(failed).toHaveLength(4);
  }, 10_000);
});

describe('a scanner that is stopped', () => {
  it('takes its marks away and marks no more', async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    scanner.stop();
    the('#a').insertAdjacentHTML('afterend', '<p>I50.22</p>');
    await settle();
    expect(CSS.highlights.size).toBe(0);
  });
});

function text(selector: string): Text {
  return the(selector).firstChild as Text;
}

it('an answer that was given for another date of service does not come back', async () => {
  const answers: ((verdict: Verdict) => void)[] = [];
  const slow = new Scanner(
    marks,
    deciderOn({
      of: (codes) =>
        new Promise((resolve) => {
          answers.push((verdict) => resolve(new Map([...codes].map((code) => [code, verdict]))));
        }),
    }),
    () => undefined,
  );
  slow.start(show('<p>I42.0</p>'));
  await expect.poll(() => answers.length).toBe(1);
  slow.again();
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.('billable');
  await settle();
  answers[1]?.('header');
  await expect.poll(() => painted('dxlens-header')).toEqual(['I42.0']);
  expect(billable()).toEqual([]);
  slow.stop();
});
