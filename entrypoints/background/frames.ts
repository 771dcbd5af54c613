import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * The frames of a tab that can have a reader, the top one first. Where the browser allows no script it is the top one
 * alone: of its own pages, the web store and the PDF viewer none has a reader, but our first-run page has.
 *
 * A broadcast has one answer, of any frame, and a list of frames takes a further permission (`webNavigation`); but a
 * script that is put into all of them answers for each.
 */
export async function framesOf(tabId: number): Promise<number[]> {
  try {
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => true,
      injectImmediately: true,
    });
    return answers.map(({ frameId }) => frameId).sort((a, b) => a - b);
  } catch (reason) {
    console.info('Dx Lens: this page takes no scripts', reason);
    return [0];
  }
}

/**
 * What a frame answers, parsed, since it comes from a page's process; null when the frame has gone meanwhile, has no
 * reader, or answers something else. So one frame never stands in the way of what is asked of all. Never throws.
 */
export async function answerOf<Schema extends v.GenericSchema>(
  asked: Promise<unknown>,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  const answer = await asked.catch(() => null);
  if (answer === null) return null;
  const { success, output } = v.safeParse(schema, answer);
  if (success) return output;
  // The parser's error would quote the page.
  console.warn('Dx Lens: what a frame has answered is no answer');
  return null;
}
