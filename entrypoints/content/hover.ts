import { DEFAULTS, type HoverDelay } from '../../components/settings';
import type { Spot } from './reading/under-pointer';

/** How long the pointer may take from the code into the card, in milliseconds. */
const GRACE = 300;

interface Handlers {
  /** The code under a point of the viewport. */
  readonly find: (x: number, y: number) => Spot | null;
  /** The pointer has come upon a code: a chance to ask for it ahead of time. */
  readonly approach: (spot: Spot) => void;
  readonly show: (spot: Spot) => void;
  readonly hide: () => void;
}

/** Follows the pointer over the page. It only listens: no event is stopped, none is made. */
export class Hover {
  /** How long the pointer must stay on a code before its card opens: passing over shows nothing. */
  delay: HoverDelay = DEFAULTS.hoverDelay;
  #spot: Spot | null = null;
  #point: { x: number; y: number } | null = null;
  #frame = 0;
  #dwell: ReturnType<typeof setTimeout> | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly handlers: Handlers,
    private readonly signal: AbortSignal,
  ) {}

  start(): void {
    const options = { signal: this.signal, passive: true, capture: true };
    window.addEventListener('pointermove', (event) => this.#moved(event), options);
    // Without capture, since each element that the pointer leaves has an event of this name.
    const leave = () => {
      this.#point = null;
      this.#leave();
    };
    document.documentElement.addEventListener('pointerleave', leave, { signal: this.signal });
    window.addEventListener('scroll', () => this.#dismiss(), options);
    window.addEventListener(
      'keydown',
      (event) => !isChord(event) && !isCard(event.target) && this.#dismiss(),
      options,
    );
    window.addEventListener('pointerdown', () => clearTimeout(this.#dwell), options);
    this.signal.addEventListener('abort', () => this.#dismiss());
  }

  /** The pointer is in the card: it stays open. */
  stay(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }

  /** Looks under the pointer without its having moved. */
  lookAgain(): void {
    if (!this.signal.aborted && this.#point) this.#frame ||= requestAnimationFrame(() => this.#look());
  }

  /** The pointer has left the card or the code: the card stays for the time it takes to come back. */
  #leave(): void {
    clearTimeout(this.#dwell);
    this.#spot = null;
    this.#grace ??= setTimeout(() => this.#dismiss(), GRACE);
  }

  #moved({ clientX, clientY, pointerType, target, buttons }: PointerEvent): void {
    if (pointerType === 'touch' || isCard(target)) return;
    // Selecting or dragging: a card would be in the way.
    if (buttons !== 0) return;
    this.#point = { x: clientX, y: clientY };
    this.#frame ||= requestAnimationFrame(() => this.#look());
  }

  /** At most once a frame. */
  #look(): void {
    this.#frame = 0;
    const isWanted = this.delay !== 'never';
    const spot = isWanted && this.#point && this.handlers.find(this.#point.x, this.#point.y);
    if (!spot) {
      if (this.#spot || this.#grace === undefined) this.#leave();
      return;
    }
    this.stay();
    if (this.#spot && isSame(this.#spot, spot)) return;
    this.#spot = spot;
    clearTimeout(this.#dwell);
    this.handlers.approach(spot);
    this.#dwell = setTimeout(() => this.handlers.show(spot), Number(this.delay));
  }

  #dismiss(): void {
    clearTimeout(this.#dwell);
    this.stay();
    this.#spot = null;
    this.handlers.hide();
  }
}

/** Copying from the card, or the first key of doing so; typing is something else. */
function isChord({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || ['Control', 'Meta', 'Shift', 'Alt'].includes(key);
}

/** Events from the card's closed root arrive with its host as their target. */
function isCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.localName === 'dxlens-card';
}

function isSame(a: Spot, b: Spot): boolean {
  const [first, second] = [a.rects()[0], b.rects()[0]];
  return a.query === b.query && first?.x === second?.x && first?.y === second?.y;
}
