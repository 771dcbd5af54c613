import { dotted } from '../../data/code';
import { someCodes } from './spotting-pages';

/** Headers with few and with many codes below them, whose cards have more to show than those of billable codes. */
const HEADERS = ['M43.2', 'E11', 'S52.5', 'T40', 'C50.9', 'S72', 'M80', 'I63', 'H40.1', 'L89'];

/** When the pointer came upon a code, and when its card was painted, in milliseconds of the page's clock. */
export interface Hovered {
  readonly start: number | null;
  readonly painted: number | null;
}

/** What the page's own script offers. */
export interface HoverWatch {
  /** Waits for the next time that the pointer comes upon this code. */
  arm(code: string): void;
  read(): Hovered;
  isOpen(): boolean;
}

declare global {
  interface Window {
    hoverWatch: HoverWatch;
  }
}

/** A page with codes to hover over, each once, and a script that watches for the card from outside of it. */
export async function cardPage(count: number): Promise<{ html: string; codes: readonly string[] }> {
  const billable = (await someCodes(count)).map((code) => dotted(code));
  // Every fourth is a header, as long as there are some.
  const codes = billable.map((code, nth) => (nth % 4 === 3 ? (HEADERS[(nth - 3) / 4] ?? code) : code));
  const rows = codes.map((code) => `<tr><td>Problem</td><td id="${code}">${code}</td></tr>`).join('\n');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Codes to hover over</title>
    <style>td { padding: 12px 24px } body { margin: 40px 300px }</style>
    <table><tr><th>Problem<th>ICD-10-CM</tr>${rows}</table><script>${WATCH}</script></html>`;
  return { html, codes };
}

/**
 * The card is seen to be open at the start of a frame, and painted when that frame is over: the first task after it.
 * A frame that had begun when the card opened is not counted, so times are rather too long.
 */
const WATCH = `
  let code = null, start = null, painted = null;
  const isOpen = () => document.querySelector('dxlens-card')?.matches(':popover-open') === true;
  window.hoverWatch = {
    arm(next) {
      code = next;
      start = painted = null;
    },
    read: () => ({ start, painted }),
    isOpen,
  };
  window.addEventListener('pointermove', ({ target, timeStamp }) => {
    if (code !== null && start === null && target instanceof Element && target.id === code) start = timeStamp;
  }, true);
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    painted ??= performance.now();
  };
  requestAnimationFrame(function look() {
    if (start !== null && painted === null && isOpen()) channel.port2.postMessage(null);
    requestAnimationFrame(look);
  });
`;
