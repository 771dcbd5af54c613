import * as v from 'valibot';
import { MOST_BOXES } from '../../components/code-in-frame';
import { onMessage, sendMessage } from '../../components/messages';
import { framesOf } from './frames';

const Length = v.pipe(v.number(), v.finite());
const Point = v.object({ x: Length, y: Length });
const Box = v.object({ x: Length, y: Length, width: Length, height: Length });
const Code = v.object({
  text: v.pipe(v.string(), v.maxLength(300)),
  mode: v.picklist(['hover', 'stepped', 'asked']),
  boxes: v.pipe(v.array(Box), v.maxLength(MOST_BOXES)),
  viewport: v.object({ width: Length, height: Length }),
  pointer: v.nullable(v.object({ screen: Point, client: Point })),
  depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
});

const Leaving = v.object({ askedToo: v.boolean(), isPointerHere: v.boolean() });

/**
 * Passes codes from frames without room for a card to the frame around. Frames of different origins have no way to one
 * another that the page does not see.
 */
export function passCodesUp(): void {
  onMessage('showAbove', async ({ data, sender }) => {
    const code = v.parse(Code, data);
    const { tab, frameId } = sender;
    if (tab?.id === undefined) return false;
    const tabId = tab.id;
    // The browser does not tell which frame is around which one; they know themselves.
    const frames = code.depth === 1 ? [0] : await framesOf(tabId);
    const answers = await Promise.all(
      frames
        .filter((id) => id !== frameId)
        // A frame that has gone meanwhile, or has no reader.
        .map((id) => sendMessage('takeCode', code, { tabId, frameId: id }).catch(() => false)),
    );
    return answers.includes(true);
  });
  onMessage('closeAbove', async ({ data, sender: { tab } }) => {
    if (tab?.id === undefined) return true;
    const place = { tabId: tab.id, frameId: 0 };
    return sendMessage('leaveTaken', v.parse(Leaving, data), place).catch(() => true);
  });
}
