import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../components/messages';

const Counted = v.object({ count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), asked: v.boolean() });

/** How long the frames of a tab may take to tell their counts before the sum is shown, in milliseconds. */
const ANSWER_WITHIN = 150;
/** How long a frame that is busy may take to be added to it; an answer that comes later has all asked anew. */
const ADDED_WITHIN = 5_000;
/** A badge has room for four characters. */
const MOST_SHOWN = 999;

/** The frames of a tab that have told how many codes they have, since they were asked. */
interface Tally {
  readonly frames: Map<number, number>;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Shows the number of codes in a tab's page on the toolbar button. A frame tells when its count has changed; then
 * all frames of the tab are asked anew. So nothing is kept for longer than the answers take: not over a stop of this
 * worker, and not about frames and tabs that have gone. Browsers clear the badge of a tab when it goes to another page.
 */
export function showCounts(): void {
  const tallies = new Map<number, Tally>();
  const startTally = (tabId: number): Tally => {
    const tally = { frames: new Map() };
    tallies.set(tabId, tally);
    setTimeout(() => tallies.get(tabId) === tally && tallies.delete(tabId), ADDED_WITHIN);
    return tally;
  };
  onMessage('codesCounted', ({ data, sender }) => {
    const { count, asked } = v.parse(Counted, data);
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    const before = tallies.get(tabId);
    clearTimeout(before?.timer);
    const tally = asked && before ? before : startTally(tabId);
    tally.frames.set(sender.frameId ?? 0, count);
    tally.timer = setTimeout(() => void show(tabId, tally), ANSWER_WITHIN);
    // The frame itself will answer too.
    if (tally !== before) sendMessage('countCodes', undefined, tabId).catch(goneAlready);
  });
}

async function show(tabId: number, { frames }: Tally): Promise<void> {
  let count = 0;
  for (const codes of frames.values()) count += codes;
  const { action } = browser;
  try {
    await Promise.all([
      action.setBadgeText({ tabId, text: textOf(count) }),
      // What is on the badge is not read out.
      action.setTitle({ tabId, title: titleOf(count) }),
      action.setBadgeBackgroundColor({ color: '#0a569f' }),
      action.setBadgeTextColor({ color: '#ffffff' }),
    ]);
  } catch (reason) {
    goneAlready(reason);
  }
}

function textOf(count: number): string {
  if (count === 0) return '';
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}

function titleOf(count: number): string {
  if (count === 0) return 'Dx Lens';
  return count === 1
    ? 'Dx Lens: 1 code in this page'
    : `Dx Lens: ${count.toLocaleString('en-US')} codes in this page`;
}

function goneAlready(reason: unknown): void {
  console.info('Dx Lens: the tab has gone before its codes were counted', reason);
}
