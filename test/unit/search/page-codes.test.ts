import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sendMessage } from '../../../components/messages';
import { type PageCode, PageCodes } from '../../../components/search/page-codes';

type Connect = (port: unknown) => void;
const { listeners } = vi.hoisted(() => ({ listeners: new Set<Connect>() }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      onConnect: {
        addListener: (listener: Connect) => listeners.add(listener),
        removeListener: (listener: Connect) => listeners.delete(listener),
      },
    },
  },
}));
vi.mock('../../../components/messages', () => ({
  MOST_LISTED: 100,
  listPort: (asked: number) => `list-codes ${asked}`,
  sendMessage: vi.fn(async () => undefined),
}));

const E119: PageCode = { spelling: 'E11.9', verdict: 'billable' };
const I10: PageCode = { spelling: 'I10', verdict: 'billable' };
const M432: PageCode = { spelling: 'M43.2', verdict: 'header' };

let codes: PageCodes;
let listed: readonly PageCode[];
const onFrameLoaded = vi.fn();

/** The number of the last question. */
const asked = () => vi.mocked(sendMessage).mock.lastCall?.[1] as number;

/** A frame connects, and tells its codes. */
function frame(frameId: number, told: readonly PageCode[], { tabId = 7, number = asked() } = {}) {
  const onMessage: ((message: unknown) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  const port = {
    name: `list-codes ${number}`,
    sender: { tab: { id: tabId }, frameId },
    onMessage: { addListener: (listener: (message: unknown) => void) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => onDisconnect.push(listener) },
    disconnect: vi.fn(),
  };
  const send = (message: unknown) => {
    for (const listener of onMessage) listener(message);
  };
  const tell = (now: readonly PageCode[]) => send({ kind: 'codes', codes: now });
  const go = () => {
    for (const listener of onDisconnect) listener();
  };
  for (const listener of listeners) listener(port);
  tell(told);
  return { tell, send, go, disconnect: port.disconnect };
}

beforeEach(async () => {
  vi.mocked(sendMessage).mockClear();
  onFrameLoaded.mockClear();
  listeners.clear();
  listed = [];
  codes = new PageCodes((now) => {
    listed = now;
  }, onFrameLoaded);
  await codes.ask(7);
});

describe('the codes of a page', () => {
  it('are those of all its frames, the top one first, each once', () => {
    frame(12, [M432, E119]);
    frame(0, [I10, E119]);
    expect(listed).toEqual([I10, E119, M432]);
  });

  it('change as a frame tells others, and go when it goes', () => {
    const top = frame(0, [I10]);
    const inner = frame(12, [M432]);
    top.tell([E119]);
    expect(listed).toEqual([E119, M432]);
    inner.go();
    expect(listed).toEqual([E119]);
  });

  it('stay when the last document of a frame goes after the next has come', () => {
    const last = frame(0, [I10]);
    frame(0, [E119]);
    last.go();
    expect(listed).toEqual([E119]);
    last.tell([I10]);
    expect(listed).toEqual([E119]);
  });

  it('are told of by a new question when a frame has loaded', () => {
    frame(0, [I10]).send({ kind: 'frame-loaded' });
    expect(onFrameLoaded).toHaveBeenCalledOnce();
    expect(listed).toEqual([I10]);
  });

  it('are no others than those of the tab that was asked last', async () => {
    const first = asked();
    const top = frame(0, [I10]);
    await codes.ask(8);
    expect(listed).toEqual([]);
    expect(top.disconnect).toHaveBeenCalled();
    frame(0, [I10], { tabId: 7, number: first });
    frame(0, [I10], { tabId: 7 });
    expect(listed).toEqual([]);
    frame(0, [E119], { tabId: 8 });
    expect(listed).toEqual([E119]);
  });

  it('are asked for under the same number again, so that frames that answer already go on', async () => {
    const first = asked();
    frame(0, [I10]);
    await codes.ask(7);
    expect(asked()).toBe(first);
    expect(listed).toEqual([I10]);
  });

  it('are refused where they are none, for they come from a page’s process', () => {
    const top = frame(0, [I10]);
    for (const wrong of [
      { kind: 'codes', codes: [{ spelling: '<b>', verdict: 'billable' }] },
      { kind: 'codes', codes: [{ spelling: 'I10', verdict: 'fine' }] },
      { kind: 'codes', codes: Array(101).fill(E119) },
      null,
    ])
      expect(() => top.send(wrong)).toThrow();
    expect(listed).toEqual([I10]);
  });
});
