import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepMarks } from '../../../entrypoints/content/marking/keep-marks';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { browser } from '../fake-browser';
import { painted, setTab, show, the } from '../page';

vi.mock('wxt/browser', () => import('../fake-browser'));

let marks: Marks;
let stopped: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  marks = new Marks();
  stopped = new AbortController();
  show('<p id="a">E11.9</p>');
});
afterEach(() => {
  stopped.abort();
  marks.clear();
  setTab('visible');
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function mark(): void {
  const text = the('#a').firstChild as Text;
  const range = new StaticRange({
    startContainer: text,
    startOffset: 0,
    endContainer: text,
    endOffset: text.length,
  });
  marks.add({ query: 'E11.9', verdict: 'billable', range });
  marks.paint();
}

const billable = () => painted('dxlens-billable');

describe('the marks of a page that clears the registry of highlights', () => {
  it('are back within a second, time and again', () => {
    mark();
    keepMarks(marks, stopped.signal);
    for (let time = 0; time < 100; time++) {
      CSS.highlights.clear();
      expect(billable()).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect(billable()).toEqual(['E11.9']);
    }
  });

  it('are looked after when the first comes late', () => {
    keepMarks(marks, stopped.signal);
    vi.advanceTimersByTime(60_000);
    mark();
    CSS.highlights.clear();
    vi.advanceTimersByTime(1_000);
    expect(billable()).toEqual(['E11.9']);
  });

  it('are looked for when the pointer moves, not more than once a second', () => {
    mark();
    keepMarks(marks, stopped.signal);
    const looked = vi.spyOn(marks, 'register');
    // A busy page, whose timers come late.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_500);
    CSS.highlights.clear();
    for (let move = 0; move < 20; move++) window.dispatchEvent(new PointerEvent('pointermove'));
    expect(looked).toHaveBeenCalledTimes(1);
    expect(billable()).toEqual(['E11.9']);
  });

  it('are not looked for in a hidden tab, and are when it comes to the front', () => {
    mark();
    keepMarks(marks, stopped.signal);
    const looked = vi.spyOn(marks, 'register');
    setTab('hidden');
    CSS.highlights.clear();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(looked).not.toHaveBeenCalled();
    setTab('visible');
    expect(billable()).toEqual(['E11.9']);
    CSS.highlights.clear();
    vi.advanceTimersByTime(1_000);
    expect(billable()).toEqual(['E11.9']);
  });

  it('are not looked for as long as there are none, nor after the reader has left', () => {
    const looked = vi.spyOn(marks, 'register');
    keepMarks(marks, stopped.signal);
    vi.advanceTimersByTime(10_000);
    expect(looked).not.toHaveBeenCalled();
    mark();
    stopped.abort();
    vi.advanceTimersByTime(10_000);
    window.dispatchEvent(new PointerEvent('pointermove'));
    expect(looked).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('leaves the registry to a newer reader once its own extension has gone', () => {
  mark();
  keepMarks(marks, stopped.signal);
  const { runtime } = browser as { runtime: { id?: string } };
  const { id } = runtime;
  delete runtime.id;
  CSS.highlights.clear();
  vi.advanceTimersByTime(3_000);
  expect(CSS.highlights.size).toBe(0);
  runtime.id = id ?? '';
});
