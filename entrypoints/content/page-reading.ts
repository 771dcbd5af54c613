import type { ExplainedCandidate } from '../../components/explained';
import { lookUp } from '../../components/lookups';
import type { Settings } from '../../components/settings';
import type { CardOnDemand } from './card-on-demand';
import { explainOnHover } from './explain-on-hover';
import { Hover } from './hover';
import type { JudgeOnDemand } from './judge-on-demand';
import { type Direction, Marker } from './marking/marker';
import { type Mark, Marks } from './marking/marks';
import { Scanner } from './marking/scanner';
import { focusedElement } from './reading/flat-tree';
import type { Pointed } from './reading/pointed';
import { spotOf } from './reading/under-pointer';
import { afterScrolling } from './reading/viewport';

interface Listeners {
  /** Marks have come or gone. */
  readonly onPaint: () => void;
  /** The background did not answer. */
  readonly onFailure: (reason: unknown) => void;
}

/** What is done in a page that may be read: its codes are marked, and explained under the pointer. */
export class PageReading {
  readonly #stopped = new AbortController();
  readonly marks: Marks;
  readonly #marker: Marker;
  readonly #scanner: Scanner;
  readonly #hover: Hover;

  constructor(
    private readonly judge: JudgeOnDemand,
    private readonly card: CardOnDemand,
    { onPaint, onFailure }: Listeners,
  ) {
    this.marks = new Marks(() => {
      this.#marker.changed();
      onPaint();
    });
    this.#marker = new Marker(this.marks, () => this.shadowRoots, this.#stopped.signal);
    this.#scanner = new Scanner(this.marks, judge, onFailure);
    const parts = { marks: this.marks, scanner: this.#scanner, judge, card };
    const handlers = explainOnHover(parts, () => this.#hover.lookAgain());
    this.#hover = new Hover(handlers, this.#stopped.signal);
  }

  start(settings: Settings): void {
    this.follow(settings);
    this.#scanner.start(document.documentElement);
    this.#hover.start();
  }

  /** The settings have changed. */
  follow({ look, hoverDelay }: Settings): void {
    this.marks.show(look);
    this.#hover.delay = hoverDelay;
  }

  get count(): number {
    return this.marks.count;
  }

  /** The shadow roots that are known. */
  get shadowRoots(): readonly ShadowRoot[] {
    return this.#scanner.shadowRoots;
  }

  /** The code that the keyboard has got to, and whether nothing was done in the page since. */
  get atMarker(): { pointed: Pointed; isLatest: boolean } | null {
    const { mark, isLatest } = this.#marker;
    return mark && { pointed: { ...spotOf(mark), text: mark.query }, isLatest };
  }

  /** Whether the focus is in this frame, and not in a frame within it. */
  get hasFocus(): boolean {
    return document.hasFocus() && !(focusedElement(this.shadowRoots) instanceof HTMLIFrameElement);
  }

  /**
   * Moves the marker to the next code and shows its card beside it.
   * @returns false at the end
   */
  step(direction: Direction, from: 'here' | 'edge'): boolean {
    const step = this.#marker.step(direction, from);
    if (!step) return false;
    void this.#showStepped(step.mark, step.isScrolled).catch((reason) =>
      console.warn('Dx Lens: the card of the marked code can’t be shown', reason),
    );
    return true;
  }

  /** The keyboard has got to another frame. */
  leaveMarker(): void {
    if (!this.#marker.mark) return;
    this.#marker.leave();
    this.card.closeHover();
  }

  /** The verdicts have changed. */
  again(): void {
    this.#scanner.again();
  }

  /** The pointer is in the card. */
  stay(): void {
    this.#hover.stay();
  }

  /**
   * Why each candidate is marked or not.
   * @throws Error when the background can't be reached
   */
  async explain(): Promise<ExplainedCandidate[]> {
    const judge = await this.judge.fetch();
    return judge.explain([document.documentElement, ...this.#scanner.shadowRoots]);
  }

  async #showStepped(mark: Mark, isScrolled: boolean): Promise<void> {
    const [lookup] = await Promise.all([
      lookUp(mark.query),
      this.card.fetch(),
      // Scrolling closes the card.
      isScrolled && afterScrolling(),
    ]);
    if (lookup && this.#marker.mark === mark) {
      await this.card.show(lookup, { ...spotOf(mark), text: mark.query }, 'stepped');
    }
  }

  /** Takes the marks out of the page and leaves it alone from now on. */
  stop(): void {
    this.#stopped.abort();
    this.#scanner.stop();
  }
}
