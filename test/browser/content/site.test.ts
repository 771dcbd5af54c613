import { expect, it } from 'vitest';
import { siteOf } from '../../../entrypoints/content/site';

it.each([
  ['a page is at its host', 'ehr.example.org', [], 'ehr.example.org'],
  ['a frame is at the host of the tab', 'ads.example', ['https://ehr.example.org:8443'], 'ehr.example.org'],
  [
    'the tab is the last of its ancestors',
    'a.example',
    ['https://b.example', 'https://c.example'],
    'c.example',
  ],
  ['a frame without an address of its own is too', '', ['https://ehr.example.org'], 'ehr.example.org'],
  ['a frame that is not told its ancestors has only itself', 'ads.example', ['null'], 'ads.example'],
  ['a local file has no site', '', ['file://'], ''],
])('%s', (_, hostname, ancestorOrigins, site) => {
  expect(siteOf({ hostname, ancestorOrigins })).toBe(site);
});

it('a browser without ancestors leaves a frame its own host', () => {
  expect(siteOf({ hostname: 'ads.example' })).toBe('ads.example');
});
