import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../components/options/settings/choices';
import { readSettingsFile, writeSettingsFile } from '../../components/options/settings/settings-file';
import { DEFAULTS, type Settings } from '../../components/settings';

const SETTINGS: Settings = {
  look: 'background',
  badge: true,
  offSites: ['ehr.example'],
  hoverDelay: 'never',
  unfolded: true,
  theme: 'dark',
  textSize: 'large',
  copyFormat: 'titled',
  siteCopyFormats: [{ site: 'claims.example', format: 'undotted' }],
  favouritesAndRecents: false,
};

it('what was exported is imported whole', () => {
  expect(readSettingsFile(writeSettingsFile(SETTINGS))).toEqual({ is: 'read', settings: SETTINGS, left: [] });
});

describe('a file is refused, with the reason,', () => {
  it.each([
    ['when it is cut off', writeSettingsFile(SETTINGS).slice(0, 200), /not the whole of it/],
    ['when it is empty', '', /no JSON/],
    ['when it is of another program', '{"name":"dxlens","version":"0.1.0"}', /no file of Dx Lens settings/],
    ['when it is a list or null', 'null', /no file of Dx Lens settings/],
    [
      'when a newer Dx Lens wrote it',
      writeSettingsFile(SETTINGS).replace('"version": 1', '"version": 2'),
      /newer/,
    ],
    ['when it has no settings', '{"format":"dxlens-settings","version":1,"settings":[]}', /no settings/],
  ])('%s', (_, text, because) => {
    expect(readSettingsFile(text)).toEqual({ is: 'refused', because: expect.stringMatching(because) });
  });
});

it('what is wrong in a file is left out by itself, and told of', () => {
  const text = JSON.stringify({
    format: 'dxlens-settings',
    version: 1,
    settings: { ...SETTINGS, theme: 'neon', offSites: ['ehr.example', 7], cursor: 'cat', badge: undefined },
  });
  const file = readSettingsFile(text);
  const { theme, badge, ...others } = SETTINGS;
  expect(file).toEqual({ is: 'read', settings: others, left: expect.any(Array) });
  expect(file.is === 'read' && file.left).toEqual([
    '“offSites” has entries that are none: 1 of 2.',
    '“theme” has a value that this version does not know: "neon"',
    '“cursor” is no setting of this version.',
    '“badge” is not in the file, and stays as it is.',
  ]);
});

it('a difference is told in words, for each setting', () => {
  expect(differencesOf(DEFAULTS, DEFAULTS)).toEqual([]);
  expect(
    differencesOf(DEFAULTS, SETTINGS)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(SETTINGS).sort());
  expect(differencesOf(DEFAULTS, { ...DEFAULTS, offSites: ['a.example', 'b.example'] })).toEqual([
    { name: 'offSites', now: 'none', next: 'a.example, b.example' },
  ]);
});
