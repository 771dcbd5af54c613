import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changeSettings,
  DEFAULTS,
  followSettings,
  isOff,
  parseSettings,
  type Settings,
  switchSite,
} from '../../../components/settings';
import { browser, followers, store, storedSettings } from '../fake-browser';

vi.mock('wxt/browser', () => import('../fake-browser'));

beforeEach(() => store(null));

describe('what is stored', () => {
  it('is underlines, no badge and no sites at first', () => {
    expect(parseSettings(undefined)).toEqual({ look: 'underline', badge: false, offSites: [] });
  });

  it.each([
    ['nothing of ours', 'text'],
    ['a look that this version does not know', { look: 'blink' }],
    ['a badge that is neither on nor off', { badge: 'yes' }],
    ['sites that are no list', { offSites: 'example.org' }],
  ])('holds as far as it is known: %s', (_, stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULTS);
  });

  it('keeps what is right beside what is wrong', () => {
    expect(parseSettings({ look: 'background', badge: 1, offSites: ['example.org', 7] })).toEqual({
      look: 'background',
      badge: false,
      offSites: ['example.org'],
    });
  });
});

describe('who follows the settings', () => {
  it('gets them once they are read, and at each change, until it stops', async () => {
    store({ look: 'off' });
    const looks: string[] = [];
    const stopped = new AbortController();
    followSettings(({ look }) => looks.push(look), stopped.signal);
    await expect.poll(() => looks).toEqual(['off']);
    await changeSettings(() => ({ look: 'background' }));
    expect(looks).toEqual(['off', 'background']);
    stopped.abort();
    await changeSettings(() => ({ look: 'off' }));
    expect(looks).toEqual(['off', 'background']);
    expect(followers()).toBe(0);
  });

  it('gets the defaults when the storage can’t be read', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('the disk is full'));
    const given: Settings[] = [];
    followSettings((settings) => given.push(settings), new AbortController().signal);
    await expect.poll(() => given).toEqual([DEFAULTS]);
  });
});

describe('a change', () => {
  it('leaves the other settings as they are', async () => {
    store({ look: 'background', badge: true, offSites: ['example.org'] });
    await changeSettings(() => ({ badge: false }));
    expect(storedSettings()).toEqual({ look: 'background', badge: false, offSites: ['example.org'] });
  });

  it('is not lost when another is made at the same time', async () => {
    await Promise.all([
      switchSite('b.example', false),
      switchSite('a.example', false),
      changeSettings(() => ({ badge: true })),
    ]);
    expect(storedSettings()).toEqual({
      look: 'underline',
      badge: true,
      offSites: ['a.example', 'b.example'],
    });
  });
});

describe('a site', () => {
  it('is switched off and on, once each', async () => {
    await switchSite('example.org', false);
    await switchSite('example.org', false);
    expect(parseSettings(storedSettings()).offSites).toEqual(['example.org']);
    expect(isOff(parseSettings(storedSettings()), 'example.org')).toBe(true);
    await switchSite('example.org', true);
    expect(parseSettings(storedSettings()).offSites).toEqual([]);
  });

  it('is a host by its whole name: others of the domain stay on', () => {
    const settings = { ...DEFAULTS, offSites: ['example.org'] };
    expect(isOff(settings, 'www.example.org')).toBe(false);
    expect(isOff(settings, '')).toBe(false);
  });
});
