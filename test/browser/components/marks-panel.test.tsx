import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { MarksPanel } from '../../../components/options/marks/MarksPanel';
import { siteIn } from '../../../components/options/marks/site-name';
import { parseSettings } from '../../../components/settings';
import { store, storedSettings } from '../fake-browser';
import { painted, show } from '../page';

vi.mock('wxt/browser', () => import('../fake-browser'));

const now = () => parseSettings(storedSettings());

async function showPanel(settings: object = {}): Promise<void> {
  store(settings);
  render(null, document.body);
  render(<MarksPanel />, show(''));
  await expect.element(page.getByRole('radio', { name: 'Underlines', exact: true })).toBeVisible();
}

beforeEach(() => CSS.highlights.clear());

describe('the look of the marks', () => {
  it('is chosen from three', async () => {
    await showPanel();
    await expect.element(page.getByRole('radio', { name: 'Underlines', exact: true })).toBeChecked();
    await page.getByRole('radio', { name: /backgrounds/ }).click();
    await expect.poll(() => now().look).toBe('background');
    await page.getByRole('radio', { name: /^No marks/ }).click();
    await expect.poll(() => now().look).toBe('off');
  });

  it('shows on a sample with a code of each status', async () => {
    await showPanel();
    await expect.poll(() => painted('dxlens-billable')).toEqual(['M43.22']);
    store({ look: 'background' });
    await expect.poll(() => painted('dxlens-billable-background')).toEqual(['M43.22']);
    expect([...CSS.highlights.keys()].sort()).toEqual([
      'dxlens-billable-background',
      'dxlens-deleted-background',
      'dxlens-header-background',
      'dxlens-incomplete-background',
      'dxlens-unknown-background',
    ]);
    store({ look: 'off' });
    await expect.poll(() => CSS.highlights.size).toBe(0);
  });
});

describe('the badge', () => {
  it('is off until the user wants it', async () => {
    await showPanel();
    const badge = page.getByRole('checkbox', { name: /number of codes/ });
    await expect.element(badge).not.toBeChecked();
    await badge.click();
    await expect.poll(() => now().badge).toBe(true);
    await expect.element(badge).toBeChecked();
  });
});

describe('the sites that are switched off', () => {
  it('are added by an address or a name, and the field is empty for the next', async () => {
    await showPanel();
    const field = page.getByRole('textbox', { name: 'Switch off a site:' });
    await field.fill('https://EHR.example.org/patients?id=1');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect.element(page.getByRole('listitem').filter({ hasText: 'ehr.example.org' })).toBeVisible();
    await expect.element(field).toHaveValue('');
    expect(now().offSites).toEqual(['ehr.example.org']);
  });

  it('are not added when they are no names', async () => {
    await showPanel();
    const field = page.getByRole('textbox', { name: 'Switch off a site:' });
    await field.fill('not a site');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This is not the name of a site. It looks like www.example.org.');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    expect(now().offSites).toEqual([]);
  });

  it('go by a button that names them, which leaves the focus at the list', async () => {
    await showPanel({ offSites: ['a.example', 'b.example'] });
    await page.getByRole('button', { name: 'Remove a.example' }).click();
    await expect.poll(() => now().offSites).toEqual(['b.example']);
    await expect.element(page.getByRole('heading', { name: 'Sites that are switched off' })).toHaveFocus();
  });
});

describe('the name of a site', () => {
  it.each([
    ['example.org', 'example.org'],
    [' www.Example.org/path ', 'www.example.org'],
    ['http://localhost:8080/', 'localhost'],
    ['https://user@ehr.example.org', 'ehr.example.org'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['', null],
    ['two words', null],
    ['file:///home/chart.html', null],
  ])('in “%s” is %s', (text, site) => {
    expect(siteIn(text)).toBe(site);
  });
});
