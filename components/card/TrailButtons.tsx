import { spellingOf } from '../verdict';
import type { Trail } from './trail';

interface Props {
  readonly trail: Trail;
  /** Goes along the trail: -1 is one card back, 1 one forward. */
  readonly onGo: (by: -1 | 1) => void;
}

/** Back and forward among the cards of a trail; nothing while there is but one. */
export function TrailButtons({ trail: { stops, at }, onGo }: Props) {
  const [before, after] = [stops[at - 1], stops[at + 1]];
  if (!before && !after) return null;
  return (
    <nav class="trail-buttons" aria-label="Cards that were open">
      {before && (
        <button type="button" class="back" aria-keyshortcuts="Alt+ArrowLeft" onClick={() => onGo(-1)}>
          ← Back to {spellingOf(before.lookup)}
        </button>
      )}
      {after && (
        <button type="button" class="forward" aria-keyshortcuts="Alt+ArrowRight" onClick={() => onGo(1)}>
          Forward to {spellingOf(after.lookup)} →
        </button>
      )}
    </nav>
  );
}
