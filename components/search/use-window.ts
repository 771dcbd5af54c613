import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lists up to this length are rendered whole. */
const SHORT = 60;
/** Rows that are rendered above and below what is seen. */
const MARGIN = 8;
/** The height of a row that was not rendered yet, in CSS pixels. */
const ESTIMATE = 34;

/** The rows of a long list that are rendered, and the room that the others take, in CSS pixels. */
interface ListWindow {
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Keeps the DOM of a long list small: only the rows in view and some around them are rendered. Rows differ in height,
 * so each is measured when it is rendered.
 * @param box the scrolling element; its rows have `data-position`
 * @param active this row is brought into view whenever it is another one
 * @param list names what is listed; with another name all heights are measured anew
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  length: number,
  active: number,
  list: string,
): ListWindow {
  const [view, setView] = useState({ top: 0, height: 600 });
  const measured = useRef({ list, heights: new Map<number, number>() });
  if (measured.current.list !== list) measured.current = { list, heights: new Map() };
  const { heights } = measured.current;
  const heightOf = (position: number) => heights.get(position) ?? ESTIMATE;
  const shown =
    length <= SHORT ? { from: 0, to: length, before: 0, after: 0 } : windowOf(length, view, heightOf);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box, length > 0]);
  useLayoutEffect(() => {
    for (const row of box.current?.querySelectorAll<HTMLElement>('[data-position]') ?? [])
      heights.set(Number(row.dataset.position), row.offsetHeight);
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (active >= shown.from && active < shown.to) {
      element.querySelector(`[data-position="${active}"]`)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    let top = 0;
    for (let position = 0; position < active; position++) top += heightOf(position);
    element.scrollTop = top - element.clientHeight / 2;
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, [active, list, active >= shown.from && active < shown.to]);

  return shown;
}

function windowOf(
  length: number,
  { top, height }: { top: number; height: number },
  heightOf: (position: number) => number,
): ListWindow {
  let y = 0;
  let from = 0;
  while (from < length - 1 && y + heightOf(from) <= top) y += heightOf(from++);
  const first = Math.max(0, from - MARGIN);
  let before = y;
  for (let position = first; position < from; position++) before -= heightOf(position);
  let to = from;
  while (to < length && y < top + height) y += heightOf(to++);
  const last = Math.min(length, to + MARGIN);
  let after = 0;
  for (let position = last; position < length; position++) after += heightOf(position);
  return { from: first, to: last, before, after };
}
