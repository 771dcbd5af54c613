import type { Box, CodeInFrame } from '../../components/code-in-frame';
import { lookUp } from '../../components/lookups';
import { onMessage, sendMessage } from '../../components/messages';
import type { CardOnDemand } from './card-on-demand';
import type { PageReading } from './page-reading';
import { focusedElement } from './reading/flat-tree';
import { depthOfFrame } from './reading/room';
import type { ScreenPointer } from './reading/screen-pointer';

/** How far the sides of a frame may differ in scale, by rounding, and still be its. */
const TOLERANCE = 0.1;
/** How far apart two measures of the pointer's place may be, in CSS pixels: each of them is rounded. */
const NEAR = 6;

/**
 * Takes codes from frames in this one that have no room for the card. An intermediate frame passes them on, the top
 * frame shows the card: beside the code, with what scrolls, zooms and turns the frames.
 * @param reading gives what is read in this frame; null on a site that is switched off
 * @param pointer what this frame knows of the pointer
 */
export function takeCodes(
  card: CardOnDemand,
  reading: () => PageReading | null,
  pointer: ScreenPointer,
  signal: AbortSignal,
): void {
  let last: CodeInFrame | null = null;
  const removers = [
    onMessage('takeCode', async ({ data: code }) => {
      const depth = depthOfFrame();
      if (depth !== code.depth - 1) return false;
      const frame = frameOf(code, reading()?.shadowRoots ?? [], pointer);
      if (!frame) return false;
      if (depth > 0) {
        const viewport = { width: innerWidth, height: innerHeight };
        return sendMessage('showAbove', { ...code, boxes: boxesIn(frame, code), viewport, depth });
      }
      last = code;
      const lookup = await (code.mode === 'asked' ? sendMessage('explain', code.text) : lookUp(code.text));
      // The pointer may have left meanwhile.
      if (!lookup || last !== code) return lookup !== null;
      const pointed = {
        text: code.text,
        element: frame,
        rects: () => boxesIn(frame, code).map(({ x, y, width, height }) => new DOMRect(x, y, width, height)),
      };
      // It left this document for the frame, which is no reason to close the card.
      reading()?.stay();
      return card.show(lookup, pointed, code.mode);
    }),
    onMessage('leaveTaken', ({ data: { askedToo, isPointerHere } }) => {
      if (card.isUnderPointer && !isPointerHere) return false;
      last = null;
      if (askedToo) card.close();
      else card.closeHover();
      return true;
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const remove of removers) remove();
  });
}

/**
 * The frame that a code is from. No property tells, so it is the one in which the pointer is where that frame has seen
 * it; the one under the pointer, or with the focus; else the only one that it can be.
 */
function frameOf(code: CodeInFrame, roots: readonly ShadowRoot[], pointer: ScreenPointer): Element | null {
  const trees = [document, ...roots];
  const could = (frame: Element | null): frame is Element =>
    frame !== null && isFrame(frame) && couldBe(frame, code.viewport) && boxesIn(frame, code).length > 0;
  const all = trees.flatMap((root) => [...root.querySelectorAll('iframe, frame')]).filter(could);
  const pointed = all.find((frame) => isPointerThere(frame, code, pointer));
  // Chromium tells the document around it of the pointer in a frame of another process, but not always.
  const hovered = all.find((frame) => frame.matches(':hover'));
  const focused = focusedElement(roots);
  const withFocus = could(focused) ? focused : undefined;
  const found = code.mode === 'hover' ? (pointed ?? hovered ?? withFocus) : (withFocus ?? pointed ?? hovered);
  return found ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** Whether the pointer was seen at the same place by the frame and, on the screen, by this document. */
function isPointerThere(
  frame: Element,
  { pointer: seen, viewport }: CodeInFrame,
  pointer: ScreenPointer,
): boolean {
  if (!seen) return false;
  const content = contentBoxOf(frame);
  const scale = content.width / viewport.width;
  const [x, y] = [content.x + seen.client.x * scale, content.y + seen.client.y * scale];
  // In Chromium a frame that is zoomed by CSS has its own measure of the screen.
  return [1, scale].some((zoom) => {
    const at = pointer.toViewport({ x: seen.screen.x * zoom, y: seen.screen.y * zoom });
    return at !== null && Math.hypot(at.x - x, at.y - y) <= NEAR;
  });
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}

/** Whether the frame's contents have the proportions of its viewport. */
function couldBe(frame: Element, { width, height }: CodeInFrame['viewport']): boolean {
  const content = contentBoxOf(frame);
  return Math.abs(content.width / width / (content.height / height) - 1) < TOLERANCE;
}

/** Where the code is seen in this frame's viewport. */
function boxesIn(frame: Element, { boxes, viewport }: CodeInFrame): Box[] {
  const content = contentBoxOf(frame);
  const scale = content.width / viewport.width;
  return boxes
    .map(({ x, y, width, height }) => ({
      x: content.x + x * scale,
      y: content.y + y * scale,
      width: width * scale,
      height: height * scale,
    }))
    .filter(
      ({ x, y, width, height }) =>
        x + width > content.left && x < content.right && y + height > content.top && y < content.bottom,
    );
}

/** What is within borders and padding, in the viewport. Zoom and transforms are in the outer box alone. */
function contentBoxOf(frame: Element): DOMRect {
  const outer = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = frame as HTMLElement;
  const [scaleX, scaleY] = [outer.width / (offsetWidth || 1), outer.height / (offsetHeight || 1)];
  const style = getComputedStyle(frame);
  const inset = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    Number.parseFloat(style.getPropertyValue(`padding-${side}`));
  const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map(inset) as [
    number,
    number,
    number,
    number,
  ];
  return new DOMRect(
    outer.x + left * scaleX,
    outer.y + top * scaleY,
    outer.width - (left + right) * scaleX,
    outer.height - (top + bottom) * scaleY,
  );
}
