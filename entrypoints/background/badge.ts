import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../components/messages';

const Counted = v.object({ count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), asked: v.boolean() });

/** How long the frames of a tab may take to tell their counts before the sum is shown, in milliseconds. */
const ANSWER_WITHIN = 150;
/** A badge has room for four characters. */
const MOST_SHOWN = 999;

/** The frames of a tab that have told how many codes they have. */
interface Tally {
  readonly frames: Map<number, number>;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Shows the number of codes in a tab's page on the toolbar button. A frame tells when its count has changed; then
 * all frames of the tab are asked anew. So nothing has to be kept: not over a stop of this worker, and not about
 * frames that have gone. Browsers clear the badge of a tab when it goes to another page.
 */
export function showCounts(): void {
  const tallies = new Map<number, Tally>();
  onMessage('codesCounted', ({ data, sender }) => {
    const { count, asked } = v.parse(Counted, data);
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    const before = tallies.get(tabId);
    clearTimeout(before?.timer);
    const tally: Tally = asked && before ? before : { frames: new Map() };
    tallies.set(tabId, tally);
    tally.frames.set(sender.frameId ?? 0, count);
    tally.timer = setTimeout(() => void show(tabId, tally), ANSWER_WITHIN);
    // The frame itself will answer too.
    if (!asked) sendMessage('countCodes', undefined, tabId).catch(goneAlready);
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
