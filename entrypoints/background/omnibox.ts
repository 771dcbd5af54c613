import { browser } from 'wxt/browser';
import { pendingQuery } from '../../components/pending-query';
import { VERDICT_LABELS } from '../../components/verdict';
import type { CodeSet } from './code-set';

/** How many lines the address bar has room for. */
const MOST_SUGGESTIONS = 6;

/** `icd diabetes` in the address bar: suggestions as one types, and the lookup page on Enter. */
export function offerOmnibox({ search }: CodeSet): void {
  browser.omnibox.setDefaultSuggestion({ description: 'Look up “%s” in Dx Lens' });
  browser.omnibox.onInputChanged.addListener(async (text, suggest) => {
    const { hits } = await search({ text, limit: MOST_SUGGESTIONS });
    suggest(
      hits.map(({ spelling, title, verdict }) => ({
        content: spelling,
        description: escapeXml(`${spelling} ${title} (${VERDICT_LABELS[verdict]})`),
      })),
    );
  });
  browser.omnibox.onInputEntered.addListener(async (text, disposition) => {
    await pendingQuery.set(text);
    const url = browser.runtime.getURL('/popup.html');
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** Chromium parses a suggestion's description as XML and drops all of them when one does not parse. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
