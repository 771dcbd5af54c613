import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY, browser, type Frame, GONE, settled, startBrowser, tabs } from './worker';

const TAB = 7;
/** What the console was told. */
const said = vi.spyOn(console, 'warn').mockReturnValue();

beforeEach(startBrowser);

describe('the keys for the next and the previous code', () => {
  it('go from the last code of a frame to the next frame with codes', async () => {
    const stepped = frames({
      0: reader({ count: 2, steps: 0, hasMarker: true }),
      3: reader({ count: 1, steps: 1 }),
    });
    await press('next-code');
    expect(stepped).toEqual([3]);
  });

  it('pass by a frame whose answer is none', async () => {
    for (const answer of ['E11.9', 1, {}, { count: '2' }, undefined]) {
      const stepped = frames({ 0: () => answer, 3: reader({ count: 1, steps: 1 }) });
      await press('next-code');
      expect(stepped).toEqual([3]);
    }
  });

  it('pass by a frame that goes away between being listed and being asked', async () => {
    const going: Frame = (message) =>
      message.type === 'codesHere' ? { count: 1, hasMarker: true, hasFocus: false } : GONE(message);
    const stepped = frames({ 0: going, 3: reader({ count: 1, steps: 1 }) });
    await press('next-code');
    expect(stepped).toEqual([3]);
    expect(said).not.toHaveBeenCalled();
  });

  it('are not said to fail when the frame that the marker was in has gone', async () => {
    const going: Frame = (message) =>
      message.type === 'leaveCode' ? GONE(message) : reader({ count: 1, steps: 0, hasMarker: true })(message);
    const stepped = frames({ 0: going, 3: reader({ count: 1, steps: 1 }) });
    await press('next-code');
    expect(stepped).toEqual([3]);
    expect(said).not.toHaveBeenCalled();
  });
});

describe('the key that looks up', () => {
  it('takes what is plainest of all frames', async () => {
    frames({ 0: means('M43', 'caret'), 3: means('asthma', 'selection') });
    await press('lookup-selection');
    expect(await queryOfPopup()).toBe('asthma');
  });

  it('takes what another frame means when the answer of one is none', async () => {
    for (const answer of ['E11.9', { text: 4, by: 'caret' }, { text: 'E11.9', by: 'magic' }, undefined]) {
      frames({ 0: () => answer, 3: means('asthma', 'caret') });
      await press('lookup-selection');
      expect(await queryOfPopup()).toBe('asthma');
    }
  });

  it('does not wait for a frame that is busy', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    frames({ 0: BUSY, 3: means('asthma', 'caret') });
    await press('lookup-selection');
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(await queryOfPopup()).toBe('asthma');
  });
});

it('what a page answers is not written to the console', async () => {
  const out = ['info', 'log', 'error'].map((to) => vi.spyOn(console, to as 'info').mockReturnValue());
  frames({ 0: () => ({ text: 'Jane Doe', by: 'Jane Doe', count: 'Jane Doe' }) });
  await press('lookup-selection');
  await press('next-code');
  const all = [said, ...out].flatMap((spy) => spy.mock.calls.flat().map((part) => inFull(part)));
  expect(all.join('\n')).not.toContain('Jane Doe');
  expect(all).not.toEqual([]);
});

/** Presses a key in the tab. */
async function press(command: string): Promise<void> {
  const { offerCommands } = await import('../../../entrypoints/background/commands');
  if (browser.commands.onCommand.listeners.size === 0) offerCommands();
  browser.commands.onCommand.fire(command, { id: TAB, windowId: 1 });
  await settled();
}

/** Gives the tab these frames. Gives the ids of those whose marker moves. */
function frames(all: Record<number, Frame>): number[] {
  const stepped: number[] = [];
  const entries = Object.entries(all).map(([id, frame]) => {
    const watched: Frame = async (message) => {
      const answer = await frame(message);
      if (message.type === 'stepCode' && answer === true) stepped.push(Number(id));
      return answer;
    };
    return [Number(id), watched] as const;
  });
  tabs.set(TAB, new Map(entries));
  return stepped;
}

/** The reader of a frame with some codes, of which the marker has so many still to go through. */
function reader({ count = 0, steps = 0, hasMarker = false }): Frame {
  return ({ type }) => {
    if (type === 'codesHere') return { count, hasMarker, hasFocus: false };
    return type === 'stepCode' ? steps-- > 0 : undefined;
  };
}

function means(text: string, by: string): Frame {
  return ({ type }) => type === 'meant' && { text, by };
}

/** What the popup that has opened is to search for. */
async function queryOfPopup(): Promise<unknown> {
  await vi.waitFor(() => expect(browser.action.openPopup).toHaveBeenCalled());
  browser.action.openPopup.mockClear();
  return browser.storage.session.items.get('pendingQuery');
}

/** As the console shows it: an error with all that hangs on it. */
function inFull(part: unknown): string {
  return part instanceof Error ? `${part.stack} ${JSON.stringify({ ...part })}` : JSON.stringify(part);
}
