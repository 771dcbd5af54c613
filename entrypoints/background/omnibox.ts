import { browser } from 'wxt/browser';
import { pendingQuery } from '../../components/pending-query';
import { VERDICT_LABELS } from '../../components/verdict';
import type { Hit } from '../../data/search/results';
import type { CodeSet } from './code-set';

/** How many lines the address bar has room for. */
const MOST_SUGGESTIONS = 6;
const LOOK_UP = 'Look up “%s” in Dx Lens';

/** `icd diabetes` in the address bar: suggestions as one types, and the lookup page on Enter. */
export function offerOmnibox({ search, prepareSearch }: CodeSet): void {
  const { omnibox } = browser;
  omnibox.setDefaultSuggestion({ description: LOOK_UP });
  omnibox.onInputStarted.addListener(() => {
    prepareSearch().catch((reason) => console.warn('Dx Lens: the search is not ready yet', reason));
  });
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    try {
      const { hits } = await search({ text, limit: MOST_SUGGESTIONS });
      // What would put the same text into the address bar, Chromium leaves out: it is what Enter opens.
      const typed = hits.find(({ spelling }) => spelling === text.trim());
      omnibox.setDefaultSuggestion({ description: typed ? describe(typed) : LOOK_UP });
      suggest(hits.map((hit) => ({ content: hit.spelling, description: describe(hit) })));
    } catch (reason) {
      console.warn('Dx Lens: no suggestions for the address bar', reason);
      suggest([]);
    }
  });
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    await pendingQuery.set(text);
    const url = browser.runtime.getURL('/popup.html');
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** Chromium parses a description as XML, with elements of its own for what matched and what matters less. */
function describe({ spelling, title, verdict, matched }: Hit): string {
  const label = VERDICT_LABELS[verdict];
  if (import.meta.env.FIREFOX) return `${spelling} ${title} (${label})`;
  let end = 0;
  const pieces = matched.map(([from, to]) => {
    const before = escapeXml(title.slice(end, from));
    end = to;
    return `${before}<match>${escapeXml(title.slice(from, to))}</match>`;
  });
  const marked = `${pieces.join('')}${escapeXml(title.slice(end))}`;
  return `<url>${escapeXml(spelling)}</url> ${marked} <dim>(${escapeXml(label)})</dim>`;
}

/** Chromium drops all suggestions when one does not parse. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
