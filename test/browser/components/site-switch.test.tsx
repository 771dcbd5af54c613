import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { sendMessage } from '../../../components/messages';
import { SiteSwitch } from '../../../components/search/SiteSwitch';
import { parseSettings } from '../../../components/settings';
import { browser, store, storedSettings } from '../fake-browser';
import { show } from '../page';

vi.mock('wxt/browser', () => import('../fake-browser'));
vi.mock('../../../components/messages', () => ({ sendMessage: vi.fn() }));

const box = () => page.getByRole('checkbox', { name: 'Mark codes on ehr.example.org' });

beforeEach(() => {
  store(null);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7, index: 0, lastAccessed: 0 }]);
  vi.mocked(sendMessage).mockResolvedValue('ehr.example.org');
  vi.spyOn(console, 'info').mockReturnValue();
});

function showSwitch(): void {
  render(null, document.body);
  render(<SiteSwitch />, show(''));
}

it('switches the site of the tab off and on', async () => {
  showSwitch();
  await expect.element(box()).toBeChecked();
  expect(sendMessage).toHaveBeenCalledWith('site', undefined, { tabId: 7, frameId: 0 });
  await box().click();
  await expect.element(box()).not.toBeChecked();
  await expect.poll(() => parseSettings(storedSettings()).offSites).toEqual(['ehr.example.org']);
  await box().click();
  await expect.poll(() => parseSettings(storedSettings()).offSites).toEqual([]);
});

it('shows what was set elsewhere', async () => {
  store({ offSites: ['ehr.example.org'] });
  showSwitch();
  await expect.element(box()).not.toBeChecked();
  store({ offSites: [] });
  await expect.element(box()).toBeChecked();
});

it.each([
  ['no reader answers', () => Promise.reject(new Error('No response'))],
  ['the tab is at a local file', () => Promise.resolve('')],
  ['something else than a host name comes from the page', () => Promise.resolve('your bank <b>')],
])('is not there where %s', async (_, answer) => {
  vi.mocked(sendMessage).mockImplementation(answer as typeof sendMessage);
  showSwitch();
  await expect.poll(() => vi.mocked(sendMessage).mock.calls.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(page.getByRole('checkbox').elements()).toEqual([]);
});
