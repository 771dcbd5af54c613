import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { byPlainness, POINTINGS } from '../../components/meant';
import { sendMessage } from '../../components/messages';
import { answerOf, framesOf } from './frames';
import { lookUpMeant, openWithQuery, type Place } from './open-lookup';
import { stepCode } from './step-codes';

/** How long the frames may take to say what is meant, in milliseconds: one that is busy may take for ever. */
const ANSWER_WITHIN = 250;
const LONGEST_TEXT = 10_000;

/** A whole page can be selected. */
const Meant = v.object({
  text: v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, LONGEST_TEXT)),
  ),
  by: v.picklist(POINTINGS),
});

/** The keyboard commands of the manifest, which the user can give other keys on the browser's own page. */
export function offerCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    run(command, tab).catch((reason) => console.warn(`Dx Lens: ${command} failed`, reason));
  });
}

async function run(command: string, given?: Browser.tabs.Tab): Promise<void> {
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (command === 'lookup-selection') await lookUp(tab);
  if (tab?.id === undefined) return;
  if (command === 'next-code') await stepCode(tab.id, 'next');
  if (command === 'previous-code') await stepCode(tab.id, 'previous');
  if (command === 'pin-card') await pinCard(tab.id);
}

/** Pins the card that is open in one of a tab's frames. */
async function pinCard(tabId: number): Promise<void> {
  for (const frameId of await framesOf(tabId)) {
    if (await answerOf(sendMessage('pinCard', undefined, { tabId, frameId }), v.boolean())) return;
  }
}

/** Does for the selection, or the word at the caret, what the right-click does. */
async function lookUp(tab?: Browser.tabs.Tab): Promise<void> {
  const meant = tab?.id === undefined ? null : await meantIn(tab.id);
  const place: Place = { tabId: tab?.id, frameId: meant?.frameId ?? 0, windowId: tab?.windowId };
  if (meant) await lookUpMeant(meant.text, place);
  else await openWithQuery('', tab?.windowId);
}

/** What is meant in the frame where it is plainest, of those that answer in time. */
async function meantIn(tabId: number) {
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN, null));
  const frames = (await Promise.race([framesOf(tabId), timeout])) ?? [];
  const all = await Promise.all(
    frames.map(async (frameId) => {
      const answer = sendMessage('meant', undefined, { tabId, frameId });
      const meant = await answerOf(Promise.race([answer, timeout]), Meant);
      return meant && { ...meant, frameId };
    }),
  );
  return all.filter((meant) => meant !== null).sort(byPlainness)[0] ?? null;
}
