/**
 * Lets clicks arrive at the buttons of a card in pages that capture the pointer when it goes down: the last one to
 * capture it has it. Who lets the button go elsewhere has changed his mind (WCAG 2.2, 2.5.2).
 */
export function keepPointer(card: HTMLElement): void {
  let isLeft = false;
  card.addEventListener('pointerdown', ({ target, pointerId, button }) => {
    const pressed = target instanceof Element && button === 0 ? target.closest('button') : null;
    isLeft = false;
    if (!pressed) return;
    pressed.setPointerCapture(pointerId);
    pressed.addEventListener(
      'pointerup',
      ({ clientX, clientY }) => {
        const at = (card.getRootNode() as ShadowRoot).elementFromPoint(clientX, clientY);
        isLeft = !pressed.contains(at);
      },
      { once: true },
    );
  });
  card.addEventListener(
    'click',
    (event) => {
      if (!isLeft) return;
      isLeft = false;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
}
