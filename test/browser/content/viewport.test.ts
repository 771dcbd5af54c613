import { afterEach, describe, expect, it } from 'vitest';
import { topOfViewport } from '../../../entrypoints/content/reading/viewport';
import { show, the } from '../page';

afterEach(() => window.scrollTo(0, 0));

/** A document of rows with gaps between them, scrolled so that one of them is the first on the screen. */
function showRows(nth: number, around: (rows: string) => string = (rows) => rows): void {
  const rows = Array.from(
    { length: 400 },
    (_, at) => `<p id="r${at}" style="margin:40px 0"><i>row ${at}</i></p>`,
  );
  show(around(rows.join('')));
  the(`#r${nth}`).scrollIntoView({ block: 'start' });
}

describe('what is on the screen', () => {
  it('begins with its first element, wherever the gaps are', () => {
    for (const nth of [200, 201, 202, 203, 204]) {
      showRows(nth);
      expect(topOfViewport()?.closest('p')?.id ?? topOfViewport()?.id).toBe(`r${nth}`);
    }
  });

  it('begins with the text that a bar at the top lies over, not with the bar', () => {
    showRows(
      200,
      (rows) =>
        `<nav style="position:fixed;top:0;left:0;width:100%;height:5vh;background:#fff">bar</nav>${rows}`,
    );
    expect(topOfViewport()?.closest('p')?.id).toBe('r200');
  });

  it('begins with the document where that is at its top', () => {
    showRows(0);
    window.scrollTo(0, 0);
    expect(topOfViewport()).toBe(document.documentElement);
  });

  it('begins in a box that scrolls by itself with what is seen of it', () => {
    const below = '<footer style="height:200vh">foot</footer>';
    showRows(
      200,
      (rows) => `<header>head</header><div style="height:60vh;overflow:auto">${rows}</div>${below}`,
    );
    const first = Number(topOfViewport()?.closest('p')?.id.slice(1));
    expect(first).toBeGreaterThan(180);
    expect(first).toBeLessThanOrEqual(200);
  });

  it('begins in such a box where the document itself does not scroll', () => {
    showRows(
      200,
      (rows) =>
        `<div style="position:fixed;inset:0;display:flex;flex-direction:column"><header>head</header><main style="flex:1;overflow:auto">${rows}</main></div>`,
    );
    const first = Number(topOfViewport()?.closest('p')?.id.slice(1));
    expect(first).toBeGreaterThan(150);
    expect(first).toBeLessThanOrEqual(200);
  });

  it('is all of a page that fits on it', () => {
    show('<div style="overflow:auto"><p>one</p></div>');
    expect(topOfViewport()).toBeNull();
  });
});
