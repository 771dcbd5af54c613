import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hover } from '../../../entrypoints/content/hover';
import type { Spot } from '../../../entrypoints/content/reading/under-pointer';
import { show, the } from '../page';

/** Codes stand in a strip of the page: E11.9 left of 100, M43.2 from 200 to 300. */
function find(x: number): Spot | null {
  if (x < 100) return spotOf('E11.9', 0);
  if (x >= 200 && x < 300) return spotOf('M43.2', 200);
  return null;
}

function spotOf(query: string, left: number): Spot {
  return {
    query,
    isLabelled: false,
    element: null,
    rects: () => [new DOMRect(left, 0, 100, 20)],
  };
}

const handlers = { find, approach: vi.fn(), show: vi.fn(), hide: vi.fn() };
let stopped: AbortController;
let hover: Hover;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  for (const handler of [handlers.approach, handlers.show, handlers.hide]) handler.mockReset();
  show('<p id="a">E11.9</p>');
  stopped = new AbortController();
  hover = new Hover(handlers, stopped.signal);
  hover.start();
});
afterEach(() => {
  stopped.abort();
  vi.useRealTimers();
});

function move(x: number, target: Element = document.body, pointerType = 'mouse', buttons = 0): void {
  const event = { clientX: x, clientY: 10, pointerType, buttons, bubbles: true, composed: true };
  target.dispatchEvent(new PointerEvent('pointermove', event));
  vi.advanceTimersToNextFrame();
}

it('opens no card under the pointer when that is switched off, and waits as long as is set', () => {
  hover.delay = 'never';
  move(50);
  vi.advanceTimersByTime(2000);
  expect(handlers.approach).not.toHaveBeenCalled();
  hover.delay = 600;
  move(51);
  vi.advanceTimersByTime(590);
  expect(handlers.show).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(handlers.show).toHaveBeenCalledOnce();
});

function press(key: KeyboardEventInit, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, composed: true }));
}

const shown = () => handlers.show.mock.calls.map(([spot]: Spot[]) => spot?.query);

describe('a pointer', () => {
  it('that stays on a code shows its card after a moment, and asks for it before', () => {
    move(50);
    expect(handlers.approach).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(shown()).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(shown()).toEqual(['E11.9']);
  });

  it('that moves on a code shows its card once', () => {
    for (let x = 10; x < 90; x += 5) {
      move(x);
      vi.advanceTimersByTime(30);
    }
    expect(shown()).toEqual(['E11.9']);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('that passes over codes shows nothing', () => {
    for (const x of [50, 150, 250, 350]) {
      move(x);
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(100);
    expect(shown()).toEqual([]);
  });

  it('that goes from one code to another shows the other', () => {
    move(50);
    vi.advanceTimersByTime(200);
    move(250);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual(['E11.9', 'M43.2']);
  });

  it('that leaves hides the card, after the time that it takes to come back', () => {
    move(50);
    vi.advanceTimersByTime(200);
    move(150);
    vi.advanceTimersByTime(200);
    expect(handlers.hide).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(handlers.hide).toHaveBeenCalledTimes(1);
  });

  it('that goes into the card keeps it', () => {
    move(50);
    vi.advanceTimersByTime(200);
    move(150);
    hover.stay();
    const card = document.createElement('dxlens-card');
    document.body.append(card);
    move(150, card);
    vi.advanceTimersByTime(1_000);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('that leaves an element within a code stays on the code', () => {
    move(50);
    vi.advanceTimersByTime(200);
    the('#a').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    move(60);
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual(['E11.9']);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('that leaves the page hides the card', () => {
    move(50);
    vi.advanceTimersByTime(200);
    document.documentElement.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    vi.advanceTimersByTime(400);
    expect(handlers.hide).toHaveBeenCalledTimes(1);
  });

  it('that selects text or drags shows nothing', () => {
    move(50, document.body, 'mouse', 1);
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual([]);
  });

  it('that is a finger shows nothing', () => {
    move(50, document.body, 'touch');
    vi.advanceTimersByTime(400);
    expect(shown()).toEqual([]);
  });

  it.each([
    ['scrolling', () => window.dispatchEvent(new Event('scroll'))],
    ['a key', () => press({ key: 'a' })],
  ])('is forgotten by %s: the card goes at once', (_, event) => {
    move(50);
    vi.advanceTimersByTime(200);
    event();
    expect(handlers.hide).toHaveBeenCalled();
  });

  it.each([
    ['copying from the card', { key: 'c', ctrlKey: true }],
    ['its first key', { key: 'Control' }],
    ['a shift for selecting', { key: 'Shift' }],
  ])('is not forgotten by %s', (_, key) => {
    move(50);
    vi.advanceTimersByTime(200);
    press(key);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('is not forgotten by keys that are pressed in the card', () => {
    move(50);
    vi.advanceTimersByTime(200);
    const card = document.createElement('dxlens-card');
    document.body.append(card);
    press({ key: 'Tab' }, card);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('that comes back to its code in time keeps the card, and shows no second one', () => {
    move(50);
    vi.advanceTimersByTime(200);
    move(150);
    vi.advanceTimersByTime(100);
    move(60);
    vi.advanceTimersByTime(1_000);
    expect(handlers.hide).not.toHaveBeenCalled();
  });

  it('that presses before the card is there does not get one', () => {
    move(50);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual([]);
  });
});

describe('following the pointer', () => {
  it('stops no event and prevents no default', () => {
    const seen = vi.fn();
    the('#a').addEventListener('pointermove', seen);
    const event = new PointerEvent('pointermove', {
      clientX: 50,
      clientY: 10,
      bubbles: true,
      cancelable: true,
    });
    the('#a').dispatchEvent(event);
    expect(seen).toHaveBeenCalledTimes(1);
    expect(event.defaultPrevented).toBe(false);
  });

  it('looks once a frame, however often the pointer reports', () => {
    const looked = vi.spyOn(handlers, 'find');
    for (let x = 10; x < 60; x++) {
      document.body.dispatchEvent(
        new PointerEvent('pointermove', { clientX: x, clientY: 10, bubbles: true }),
      );
    }
    vi.advanceTimersToNextFrame();
    expect(looked).toHaveBeenCalledTimes(1);
    looked.mockRestore();
  });

  it('ends with its signal', () => {
    stopped.abort();
    handlers.approach.mockReset();
    move(50);
    vi.advanceTimersByTime(400);
    expect(handlers.approach).not.toHaveBeenCalled();
    expect(shown()).toEqual([]);
  });
});
