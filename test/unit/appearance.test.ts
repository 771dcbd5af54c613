import { expect, it, vi } from 'vitest';
import { appearanceOf } from '../../components/appearance';
import { DEFAULTS } from '../../components/settings';

vi.mock('wxt/browser', () => ({ browser: {} }));

it('the theme is that of the page until another is set', () => {
  expect(appearanceOf(DEFAULTS)).toBe('');
  expect(appearanceOf(DEFAULTS, 'dark')).toBe('theme-dark');
  expect(appearanceOf({ ...DEFAULTS, theme: 'light' }, 'dark')).toBe('theme-light');
  expect(appearanceOf({ ...DEFAULTS, theme: 'system' }, 'dark')).toBe('');
});

it('the text is of the size that is set', () => {
  expect(appearanceOf({ theme: 'dark', textSize: 'large' })).toBe('theme-dark text-large');
});
