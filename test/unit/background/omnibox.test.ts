import { beforeEach, expect, it, vi } from 'vitest';
import type { Code } from '../../../data/code';
import type { Hit } from '../../../data/search/results';
import type { CodeSet } from '../../../entrypoints/background/code-set';
import { browser, settled, startBrowser } from './worker';

const HIT: Hit = {
  code: 'E119' as Code,
  spelling: 'E11.9',
  title: 'Type 2 diabetes mellitus without complications',
  verdict: 'billable',
  matched: [],
};
const LOOK_UP = 'Look up “%s” in Dx Lens';
const { omnibox } = browser;
const warn = vi.spyOn(console, 'warn').mockReturnValue();
const search = vi.fn(async () => ({ hits: [HIT] }));

beforeEach(async () => {
  startBrowser();
  const { offerOmnibox } = await import('../../../entrypoints/background/omnibox');
  offerOmnibox({ search, prepareSearch: async () => undefined } as unknown as CodeSet);
});

it('Enter opens the lookup page with what was typed', async () => {
  omnibox.onInputEntered.fire('gout', 'newForegroundTab');
  await settled();
  expect(browser.tabs.create).toHaveBeenCalledWith({
    url: 'chrome-extension://dxlens/popup.html',
    active: true,
  });
  expect(browser.storage.session.items.get('pendingQuery')).toBe('gout');
});

it('that the lookup page can’t be opened is said on the console', async () => {
  browser.tabs.update.mockRejectedValueOnce(new Error('no window'));
  omnibox.onInputEntered.fire('gout', 'currentTab');
  await settled();
  expect(warn).toHaveBeenCalledOnce();
});

it('Enter on a code that was typed says which it is, and the next input begins without it', async () => {
  omnibox.onInputChanged.fire('E11.9', vi.fn());
  await settled();
  expect(suggested()).toContain('Type 2 diabetes');
  omnibox.onInputEntered.fire('E11.9', 'currentTab');
  omnibox.onInputStarted.fire();
  expect(suggested()).toBe(LOOK_UP);
});

it('where nothing can be suggested, Enter does not say that it opens an earlier code', async () => {
  omnibox.onInputChanged.fire('E11.9', vi.fn());
  await settled();
  search.mockRejectedValueOnce(new Error('no search'));
  omnibox.onInputChanged.fire('E11.9 gout', vi.fn());
  await settled();
  expect(suggested()).toBe(LOOK_UP);
});

/** What stands for what Enter does. */
function suggested(): string | undefined {
  return omnibox.setDefaultSuggestion.mock.lastCall?.[0].description;
}
