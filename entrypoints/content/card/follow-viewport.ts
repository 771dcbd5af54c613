interface Handlers {
  /** The page, or a part of it, was scrolled: at most once a frame. */
  readonly onScroll: () => void;
  /** The visible part of the viewport is another one: at most once a frame. */
  readonly onResize: () => void;
}

/** Tells of all that moves cards and codes against each other. It only listens. */
export function followViewport({ onScroll, onResize }: Handlers, signal: AbortSignal): void {
  const options = { signal, capture: true, passive: true };
  window.addEventListener('scroll', onceAFrame(onScroll), options);
  const resized = onceAFrame(onResize);
  window.addEventListener('resize', resized, options);
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, resized, options);
}

function onceAFrame(work: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    requestAnimationFrame(() => {
      isComing = false;
      work();
    });
  };
}
