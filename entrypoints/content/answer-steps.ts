import { onMessage } from '../../components/messages';
import type { PageReading } from './page-reading';

/**
 * Does in this frame what the keys for the next and the previous code ask for. Through which frames they go the
 * background decides.
 * @param reading gives what is read in this frame; null on a site that is switched off
 */
export function answerSteps(reading: () => PageReading | null, signal: AbortSignal): void {
  const removers = [
    onMessage('codesHere', () => {
      const { count = 0, atMarker = null, hasFocus = false } = reading() ?? {};
      return { count, hasMarker: atMarker !== null, hasFocus };
    }),
    onMessage('stepCode', ({ data: { direction, from } }) => reading()?.step(direction, from) ?? false),
    onMessage('leaveCode', () => reading()?.leaveMarker()),
  ];
  signal.addEventListener('abort', () => {
    for (const remove of removers) remove();
  });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && reading()?.leaveMarker(), {
    signal,
    capture: true,
    passive: true,
  });
}
