/** Room kept free to the edges of the viewport, in CSS pixels. */
const MARGIN = 8;

/** Moves a card, but not out of the visible part of the viewport. */
export function moveBy(card: HTMLElement, x: number, y: number, area: DOMRect): void {
  moveTo(card, card.offsetLeft + x, card.offsetTop + y, area);
}

/** Moves a card into the visible part of the viewport, if it is not, and cuts it where it is higher than that. */
export function moveInto(card: HTMLElement, area: DOMRect): void {
  moveBy(card, 0, 0, area);
}

function moveTo(card: HTMLElement, left: number, top: number, area: DOMRect): void {
  const highest = area.height - 2 * MARGIN;
  if (card.offsetHeight > highest) card.style.maxBlockSize = `${highest}px`;
  card.style.left = `${within(left, area.left, area.right - card.offsetWidth)}px`;
  card.style.top = `${within(top, area.top, area.bottom - card.offsetHeight)}px`;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least + MARGIN, Math.min(value, most - MARGIN));
}

/**
 * Lets the pointer drag a card by its bar. The pointer is followed at the window, since a page can capture it.
 * @param area gives the visible part of the viewport
 */
export function startDrag(card: HTMLElement, down: PointerEvent, area: () => DOMRect): void {
  const { target, button, pointerId } = down;
  if (button !== 0 || !(target instanceof Element) || !target.closest('.bar')) return;
  const control = target.closest('button');
  if (control && !control.matches('.handle')) return;
  const [x, y] = [card.offsetLeft - down.clientX, card.offsetTop - down.clientY];
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  const follow = (event: PointerEvent) => {
    if (event.pointerId === pointerId) moveTo(card, event.clientX + x, event.clientY + y, area());
  };
  const end = (event: PointerEvent) => event.pointerId === pointerId && ended.abort();
  window.addEventListener('pointermove', follow, options);
  for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, end, options);
  // So that it is followed out of the window too.
  card.setPointerCapture(pointerId);
}
