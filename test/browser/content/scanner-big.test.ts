import { describe, expect, it, vi } from 'vitest';
import { show, the } from '../page';
import { billable, marks, scanner, settle, useScanner, verdicts, wait, watchTasks } from '../scanning';

useScanner();

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

  it('has its first marks together, as soon as they are decided', async () => {
    const counts: number[] = [];
    const paint = marks.paint.bind(marks);
    vi.spyOn(marks, 'paint').mockImplementation(() => {
      paint();
      if (marks.count > 0) counts.push(marks.count);
    });
    scanner.start(show(sections(3_000)));
    await expect.poll(() => counts.length).toBeGreaterThan(0);
    // With the codes of a screen, and long before all of them.
    expect(counts[0]).toBeGreaterThanOrEqual(5);
    expect(counts[0]).toBeLessThan(3_000);
    await expect.poll(() => billable().length).toBe(6_000);
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

// Where there are a few slices only, one that the machine stops is enough to fail: a run without that must come.
describe('a hostile page holds the thread no longer than a slice', { retry: 2 }, () => {
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
      // A slice takes 4 ms; the rest is room for a busy machine, which can stop any of them.
      lengths.sort((a, b) => a - b);
      expect(lengths[Math.floor(lengths.length * 0.8)]).toBeLessThan(16);
    },
    60_000,
  );
});
