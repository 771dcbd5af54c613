import { pause } from './card.ts';

/** One marked code: the highlight's name (`dxlens-header`) and the characters that it covers. */
export interface Mark {
  readonly name: string;
  readonly text: string;
}

interface ReadablePage {
  evaluate<Result>(run: () => Result): Promise<Awaited<Result>>;
}

/** Reads what the extension has marked in the top document, highlight by highlight. */
export function readMarks(page: ReadablePage): Promise<Mark[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('dxlens-')
        ? [...highlight].map((part) => {
            const range = document.createRange();
            range.setStart(part.startContainer, part.startOffset);
            range.setEnd(part.endContainer, part.endOffset);
            return { name, text: range.toString() };
          })
        : [],
    ),
  );
}

/**
 * Waits until the page has marks and their number stays the same for a moment: the content script starts
 * after the page has loaded, and marks in slices.
 * @param timeout in milliseconds
 */
export async function waitForMarks(page: ReadablePage, timeout = 10_000): Promise<Mark[]> {
  const end = Date.now() + timeout;
  let before = 0;
  while (Date.now() < end) {
    const marks = await readMarks(page);
    if (marks.length > 0 && marks.length === before) return marks;
    before = marks.length;
    await pause(150);
  }
  throw new Error(`The extension marked no code in the page within ${timeout} ms.`);
}
