import { byPlainness, type Meant } from '../../components/meant';
import { onMessage, sendMessage } from '../../components/messages';
import type { CardOnDemand } from './card-on-demand';
import type { PageReading } from './page-reading';
import { atCaret } from './reading/caret';
import type { Pointed } from './reading/pointed';
import { selected } from './reading/selection';

/**
 * Tells the background what the user of this frame has selected, has the caret in, or has moved the marker to, and shows
 * the card of it there.
 * @param reading gives what is read in this frame; null on a site that is switched off
 */
export function answerLookups(
  card: CardOnDemand,
  reading: () => PageReading | null,
  signal: AbortSignal,
): void {
  const removers = [
    onMessage('meant', () => {
      const [first] = pointedIn(reading());
      return first ? { text: first.text, by: first.by } : null;
    }),
    onMessage('showMeant', async ({ data: text }) => {
      const pointed = pointedIn(reading()).find((one) => one.text.trim() === text.trim());
      const lookup =
        pointed && pointed.rects().length > 0 ? await sendMessage('explain', pointed.text) : null;
      if (!pointed || !lookup) return false;
      try {
        return await card.show(lookup, pointed, 'asked');
      } catch (reason) {
        console.warn('Dx Lens: no card in this frame, the popup answers', reason);
        return false;
      }
    }),
    onMessage('pinCard', () => card.pin()),
  ];
  signal.addEventListener('abort', () => {
    for (const remove of removers) remove();
  });
}

/** All that the user may mean, the plainest first. */
function pointedIn(reading: PageReading | null): (Pointed & Meant)[] {
  const roots = reading?.shadowRoots ?? [];
  const selection = selected(roots);
  const caret = atCaret(reading?.marks ?? null, roots);
  const marker = reading?.atMarker ?? null;
  return [
    selection && { ...selection, by: 'selection' as const },
    caret && { ...caret, by: 'caret' as const },
    marker && { ...marker.pointed, by: marker.isLatest ? ('step' as const) : ('marker' as const) },
  ]
    .filter((pointed) => pointed !== null)
    .sort(byPlainness);
}
