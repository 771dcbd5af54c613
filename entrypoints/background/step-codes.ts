import * as v from 'valibot';
import { sendMessage } from '../../components/messages';
import { framesOf } from './frames';

/** What comes from a page's process is parsed. */
const Here = v.nullable(v.object({ count: v.number(), hasMarker: v.boolean(), hasFocus: v.boolean() }));

/** Moves the marker to the next or previous code of a tab, through all its frames and around at the end. */
export async function stepCode(tabId: number, direction: 'next' | 'previous'): Promise<void> {
  const frames = await framesWithCodes(tabId);
  const places = [
    frames.findIndex(({ hasMarker }) => hasMarker),
    frames.findIndex(({ hasFocus }) => hasFocus),
  ];
  const start = places.find((index) => index >= 0) ?? 0;
  const by = direction === 'next' ? 1 : frames.length - 1;
  // Once more in the first frame: from its edge on.
  for (let turn = 0; turn <= frames.length && frames.length > 0; turn++) {
    const frame = frames[(start + turn * by) % frames.length];
    const from = turn === 0 ? 'here' : 'edge';
    if (!frame || !(await sendMessage('stepCode', { direction, from }, { tabId, frameId: frame.frameId })))
      continue;
    const others = frames.filter((other) => other !== frame && other.hasMarker);
    await Promise.all(others.map(({ frameId }) => sendMessage('leaveCode', undefined, { tabId, frameId })));
    return;
  }
}

async function framesWithCodes(tabId: number) {
  const frames = await Promise.all(
    (await framesOf(tabId)).map(async (frameId) => {
      // A frame that has gone meanwhile, or has no reader.
      const answer = await sendMessage('codesHere', undefined, { tabId, frameId }).catch(() => null);
      const here = v.parse(Here, answer);
      return here && here.count > 0 ? { frameId, ...here } : null;
    }),
  );
  return frames.filter((frame) => frame !== null);
}
