import type { PointerPlace } from '../../../components/code-in-frame';

type Point = PointerPlace['screen'];

/** How far two events must be apart to tell the scale, in CSS pixels. */
const FAR = 40;

/**
 * Where the pointer was last, on the screen, and where a point of the screen is in this viewport: the one measure that
 * frames of different origins have in common. It is learnt from the pointer's events, since no property tells where the
 * viewport begins in the window.
 */
export class ScreenPointer {
  /** Null before the pointer was in this frame. */
  last: PointerPlace | null = null;
  /** Whether it is in this frame now. */
  isHere = false;
  #first: PointerPlace | null = null;
  /** Pixels of the screen's measure in one of the viewport's: the page's zoom in Chromium. */
  #scale = 1;

  constructor(signal: AbortSignal) {
    window.addEventListener('pointermove', (event) => this.#note(event), {
      signal,
      capture: true,
      passive: true,
    });
    document.documentElement.addEventListener(
      'pointerleave',
      () => {
        this.isHere = false;
      },
      { signal },
    );
  }

  /** The point of the viewport at a point of the screen; null as long as nothing is known. */
  toViewport(screen: Point): Point | null {
    if (!this.#first) return null;
    const { client, screen: there } = this.#first;
    return {
      x: client.x + (screen.x - there.x) / this.#scale,
      y: client.y + (screen.y - there.y) / this.#scale,
    };
  }

  #note({ clientX, clientY, screenX, screenY }: PointerEvent): void {
    const now = { client: { x: clientX, y: clientY }, screen: { x: screenX, y: screenY } };
    this.last = now;
    this.isHere = true;
    const before = this.#first;
    this.#first = now;
    if (!before) return;
    const across = clientX - before.client.x;
    const down = clientY - before.client.y;
    if (Math.max(Math.abs(across), Math.abs(down)) < FAR) {
      // Where the pointer goes slowly, the first of its places is kept.
      this.#first = before;
      return;
    }
    const scale =
      Math.abs(across) > Math.abs(down)
        ? (screenX - before.screen.x) / across
        : (screenY - before.screen.y) / down;
    // A window that was moved meanwhile gives nonsense.
    this.#scale = scale > 0.2 && scale < 6 ? scale : 1;
  }
}
