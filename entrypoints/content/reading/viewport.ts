/** The element at the top of what is on the screen: reading begins there, so that what one sees comes first. */
export function topOfViewport(): Element | null {
  if (scrollY === 0 && window.innerHeight >= document.documentElement.scrollHeight) return null;
  // In the middle, since the corners belong to bars and margins.
  for (const share of [0.1, 0.3, 0.5]) {
    const element = document.elementFromPoint(innerWidth * 0.4, innerHeight * share);
    if (element && element !== document.documentElement && element !== document.body) return element;
  }
  return null;
}

/** When the page has been told that it was scrolled: in the frame after the scrolling. */
export function afterScrolling(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
