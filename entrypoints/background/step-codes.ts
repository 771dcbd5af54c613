import * as v from 'valibot';
import { sendMessage } from '../../components/messages';
import { answerOf, framesOf } from './frames';

const Here = v.object({ count: v.number(), hasMarker: v.boolean(), hasFocus: v.boolean() });

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
    if (!frame) continue;
    const step = { direction, from: turn === 0 ? 'here' : 'edge' } as const;
    const { frameId } = frame;
    if (!(await answerOf(sendMessage('stepCode', step, { tabId, frameId }), v.boolean()))) continue;
    for (const other of frames) if (other !== frame && other.hasMarker) leave(tabId, other.frameId);
    return;
  }
}

function leave(tabId: number, frameId: number): void {
  sendMessage('leaveCode', undefined, { tabId, frameId }).catch((reason) =>
    console.info('Dx Lens: the frame in which the marker was has gone', reason),
  );
}

async function framesWithCodes(tabId: number) {
  const frames = await Promise.all(
    (await framesOf(tabId)).map(async (frameId) => {
      const here = await answerOf(sendMessage('codesHere', undefined, { tabId, frameId }), Here);
      return here && here.count > 0 ? { frameId, ...here } : null;
    }),
  );
  return frames.filter((frame) => frame !== null);
}
