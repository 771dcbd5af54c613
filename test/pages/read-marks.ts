import { type Mark, readMarks } from '../../scripts/lib/marks.ts';

interface Frames {
  frames(): { evaluate<Result>(run: () => Result): Promise<Awaited<Result>> }[];
}

/** The texts of the marks of all frames of a page, sorted, without the characters that nobody sees. */
export async function markedTexts(page: Frames): Promise<string[]> {
  const marks = await Promise.all(
    // A frame that is on its way has no marks yet.
    page.frames().map((frame) => readMarks(frame).catch((): Mark[] => [])),
  );
  return marks
    .flat()
    .map(({ text }) => text.replace(/\u00ad/g, ''))
    .sort();
}
