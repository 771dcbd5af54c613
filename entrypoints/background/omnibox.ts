import { type Browser, browser } from 'wxt/browser';
import { pendingQuery } from '../../components/pending-query';
import type { CodeSet } from './code-set';
import { suggestionOf } from './suggestion';

/** How many lines the address bar has room for. */
const MOST_SUGGESTIONS = 6;
const LOOK_UP = 'Look up “%s” in Dx Lens';
const withMarkup = !import.meta.env.FIREFOX;

/** `icd diabetes` in the address bar: suggestions as one types, and the lookup page on Enter. */
export function offerOmnibox({ search, prepareSearch }: CodeSet): void {
  const { omnibox } = browser;
  const sayLookUp = () => omnibox.setDefaultSuggestion({ description: LOOK_UP });
  sayLookUp();
  omnibox.onInputStarted.addListener(() => {
    // What the last input has come to still stands there.
    sayLookUp();
    prepareSearch().catch((reason) => console.warn('Dx Lens: the search is not ready yet', reason));
  });
  let latest = '';
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    latest = text;
    try {
      const { hits } = await search({ text, limit: MOST_SUGGESTIONS });
      // An answer for fewer letters that comes late would take the place of the right one.
      if (text !== latest) return;
      // A suggestion that is what was typed, Chromium leaves out: it stands as what Enter does.
      const typed = hits.find(({ spelling }) => spelling === text.trim());
      const description = typed ? suggestionOf(typed, withMarkup).description : LOOK_UP;
      omnibox.setDefaultSuggestion({ description });
      suggest(hits.map((hit) => suggestionOf(hit, withMarkup)));
    } catch (reason) {
      if (text === latest) sayLookUp();
      console.warn('Dx Lens: nothing is suggested in the address bar', reason);
    }
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    openPage(text, disposition).catch((reason) =>
      console.warn('Dx Lens: the lookup page could not be opened', reason),
    );
  });
}

async function openPage(
  query: string,
  disposition: `${Browser.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  await pendingQuery.set(query);
  const url = browser.runtime.getURL('/popup.html');
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
