import { describe, expect, it } from 'vitest';
import { themeAt } from '../../../entrypoints/content/card/page-theme';
import { show, the } from '../page';

describe('the theme of a place in the page', () => {
  it.each([
    ['dark where its own background is', '<p id="at" style="background:#1d2126">E11.9</p>', 'dark'],
    ['dark where that behind it is', '<div style="background:navy"><p id="at">E11.9</p></div>', 'dark'],
    [
      'light on a light box of a dark page',
      '<div style="background:#000"><p id="at" style="background:#eee">E11.9</p></div>',
      'light',
    ],
    [
      'not that of a thin veil',
      '<div style="background:#fff"><p id="at" style="background:rgb(0 0 0 / .1)">E11.9</p></div>',
      'light',
    ],
    ['light where nothing is painted', '<p id="at">E11.9</p>', 'light'],
  ])('is %s', (_, html, theme) => {
    show(html);
    expect(themeAt(the('#at'))).toBe(theme);
  });

  it('is dark where nothing is painted and a meta element says that the page is dark', () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'color-scheme', content: 'dark' });
    document.head.append(meta);
    show('<p id="at">E11.9</p>');
    expect(themeAt(the('#at'))).toBe('dark');
    meta.remove();
  });

  it('reaches through a shadow root', () => {
    show('<div id="host" style="background:#111"></div>');
    const root = the('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>E11.9</p>';
    expect(themeAt(root.querySelector('p'))).toBe('dark');
  });
});
