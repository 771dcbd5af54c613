import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ExplainedCandidate, MOST_EXPLAINED } from '../../explained';
import { onMessage, sendMessage } from '../../messages';
import { VerdictSchema } from '../../verdict-schema';

/** It comes from a page's process, which may be broken into. */
const Frame = v.object({
  asked: v.number(),
  total: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  candidates: v.pipe(
    v.array(
      v.object({
        text: v.pipe(v.string(), v.maxLength(200)),
        verdict: VerdictSchema,
        counts: v.boolean(),
        points: v.number(),
        reasons: v.pipe(
          v.array(v.object({ rule: v.pipe(v.string(), v.maxLength(200)), points: v.number() })),
          v.maxLength(100),
        ),
      }),
    ),
    v.maxLength(MOST_EXPLAINED),
  ),
});

/** What the frames of a tab have told so far. */
export type Explanation =
  | { readonly state: 'none' }
  | { readonly state: 'asked' }
  | {
      readonly state: 'told';
      readonly frames: number;
      readonly candidates: readonly (ExplainedCandidate & { readonly frameId: number })[];
      /** How many more candidates there are than were told. */
      readonly untold: number;
    }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Asks all frames of a tab about their candidates. A broadcast has one answer, of any frame, so each sends its part
 * with a message of its own, and they are shown as they come. Nothing is kept.
 */
export function useExplanation(): { readonly explanation: Explanation; explain(tabId: number): void } {
  const [explanation, setExplanation] = useState<Explanation>({ state: 'none' });
  const current = useRef({ asked: 0, tabId: -1 });
  useEffect(
    () =>
      onMessage('explained', ({ data, sender }) => {
        const { asked, total, candidates } = v.parse(Frame, data);
        if (asked !== current.current.asked || sender.tab?.id !== current.current.tabId) return;
        const frameId = sender.frameId ?? 0;
        setExplanation((before) => {
          const told = before.state === 'told' ? before : { frames: 0, candidates: [], untold: 0 };
          return {
            state: 'told',
            frames: told.frames + 1,
            candidates: [
              ...told.candidates,
              ...candidates.map((candidate) => ({ ...candidate, frameId })),
            ].sort((a, b) => a.frameId - b.frameId),
            untold: told.untold + total - candidates.length,
          };
        });
      }),
    [],
  );
  return {
    explanation,
    explain(tabId) {
      // Another options page may be asking the same tab.
      const asked = Math.random();
      current.current = { asked, tabId };
      setExplanation({ state: 'asked' });
      sendMessage('explainPage', asked, tabId).catch((reason) => {
        console.info('Dx Lens: the page did not explain itself', reason);
        if (current.current.asked !== asked) return;
        setExplanation((before) =>
          before.state === 'asked' ? { state: 'failed', reason: String(reason?.message ?? reason) } : before,
        );
      });
    },
  };
}
