import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyFormatOn, DEFAULTS, isOff, parseSettings, type Settings } from '../../../components/settings';
import {
  changeSettings,
  followSettings,
  setSiteCopyFormat,
  switchSite,
} from '../../../components/stored-settings';
import { browser, followers, store, storedSettings } from '../fake-browser';

vi.mock('wxt/browser', () => import('../fake-browser'));

beforeEach(() => store(null));

describe('what is stored', () => {
  it('is the defaults at first', () => {
    expect(parseSettings(undefined)).toEqual(DEFAULTS);
    expect(DEFAULTS).toMatchObject({
      look: 'underline',
      badge: false,
      hoverDelay: 150,
      copyFormat: 'dotted',
    });
  });

  it.each([
    ['nothing of ours', 'text'],
    ['a look that this version does not know', { look: 'blink' }],
    ['a badge that is neither on nor off', { badge: 'yes' }],
    ['sites that are no list', { offSites: 'example.org' }],
    ['a delay that is not to be chosen', { hoverDelay: 7 }],
    ['a name that every object has', { theme: 'constructor', copyFormat: 'toString' }],
    ['copy formats that are no list', { siteCopyFormats: { 'claims.example': 'undotted' } }],
  ])('holds as far as it is known: %s', (_, stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULTS);
  });

  it('keeps what is right beside what is wrong', () => {
    const sites = [
      { site: 'claims.example', format: 'undotted' },
      { site: 'b.example', format: 'loud' },
      null,
    ];
    expect(
      parseSettings({
        look: 'background',
        badge: 1,
        offSites: ['example.org', 7],
        textSize: 'large',
        siteCopyFormats: sites,
      }),
    ).toEqual({
      ...DEFAULTS,
      look: 'background',
      offSites: ['example.org'],
      textSize: 'large',
      siteCopyFormats: [{ site: 'claims.example', format: 'undotted' }],
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
    expect(storedSettings()).toEqual({ ...DEFAULTS, look: 'background', offSites: ['example.org'] });
  });

  it('is not lost when another is made at the same time', async () => {
    await Promise.all([
      switchSite('b.example', false),
      switchSite('a.example', false),
      changeSettings(() => ({ badge: true })),
    ]);
    expect(storedSettings()).toEqual({ ...DEFAULTS, badge: true, offSites: ['a.example', 'b.example'] });
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

describe('the copy format', () => {
  it('is that of the site, and elsewhere that of all', async () => {
    await setSiteCopyFormat('claims.example', 'undotted');
    await setSiteCopyFormat('claims.example', 'titled');
    await setSiteCopyFormat('a.example', 'undotted');
    const settings = parseSettings(storedSettings());
    expect(settings.siteCopyFormats.map(({ site }) => site)).toEqual(['a.example', 'claims.example']);
    expect(copyFormatOn(settings, 'claims.example')).toBe('titled');
    expect(copyFormatOn(settings, 'www.claims.example')).toBe('dotted');
    expect(copyFormatOn(settings, '')).toBe('dotted');
    await setSiteCopyFormat('claims.example', null);
    expect(copyFormatOn(parseSettings(storedSettings()), 'claims.example')).toBe('dotted');
  });
});
