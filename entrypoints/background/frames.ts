import { browser } from 'wxt/browser';

/**
 * The frames of a tab that have a reader, the top one first. None where the browser allows no script: its own pages, the
 * web store, the PDF viewer.
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
    return [];
  }
}
