import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Code } from '../../../data/code';
import { findCandidates } from '../../../data/spotting/candidates';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { inlineRuns, spanOf } from '../../../entrypoints/content/reading/inline-runs';
import { spotAt } from '../../../entrypoints/content/reading/under-pointer';
import { show, the } from '../page';

let marks: Marks;
beforeEach(async () => {
  marks = new Marks();
  await page.viewport(1000, 700);
});
afterEach(() => marks.clear());

/** Shows a page with every candidate in it marked. */
function showMarked(html: string): void {
  for (const run of inlineRuns(show(html))) {
    for (const { start, end, code } of findCandidates(run.text)) {
      const range = spanOf(run, start, end);
      if (range) marks.add({ code, verdict: 'billable', range });
    }
  }
}

/** The boxes of a stretch of an element's first text. */
function boxesOf(selector: string, text: string): DOMRect[] {
  const node = the(selector).firstChild as Text;
  const start = node.data.indexOf(text);
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, start + text.length);
  return [...range.getClientRects()];
}

const middle = (box: DOMRect | undefined): [number, number] => [
  (box?.left ?? 0) + (box?.width ?? 0) / 2,
  (box?.top ?? 0) + (box?.height ?? 0) / 2,
];
const codeAt = (x: number, y: number): Code | null => spotAt(marks, x, y)?.code ?? null;

describe('the code under the pointer', () => {
  it('is the one whose characters it is on, from edge to edge', () => {
    showMarked('<p id="a" style="margin:40px">has E11.9 and M43.2 today</p>');
    const [box] = boxesOf('#a', 'E11.9');
    const [x, y] = middle(box);
    expect(codeAt(x, y)).toBe('E119');
    expect(codeAt((box?.left ?? 0) + 1, y)).toBe('E119');
    expect(codeAt((box?.right ?? 0) - 1, y)).toBe('E119');
    expect(codeAt(...middle(boxesOf('#a', 'M43.2')[0]))).toBe('M432');
  });

  it.each([
    ['left of', -10, 0],
    ['right of', 10, 0],
    ['above', 0, -10],
    ['below', 0, 10],
  ])('is none 10 pixels %s it', (_, dx, dy) => {
    showMarked('<p id="a" style="margin:60px">E11.9</p>');
    const [box] = boxesOf('#a', 'E11.9');
    const [x, y] = middle(box);
    const half = { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
    expect(codeAt(x + Math.sign(dx) * half.x + dx, y + Math.sign(dy) * half.y + dy)).toBeNull();
  });

  it('is none in the empty room behind the last character of a line', () => {
    showMarked('<p id="a" style="width:800px">E11.9</p>');
    const [, y] = middle(boxesOf('#a', 'E11.9')[0]);
    expect(codeAt(600, y)).toBeNull();
  });

  it('is found on both lines of a code that is wrapped', () => {
    showMarked('<p id="a" style="width:1ch;word-break:break-all;margin:40px">E11.9</p>');
    const boxes = boxesOf('#a', 'E11.9');
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) expect(codeAt(...middle(box))).toBe('E119');
    expect(spotAt(marks, ...middle(boxes[0]))?.rects()).toHaveLength(boxes.length);
  });

  it('is found in every element that it is split over', () => {
    showMarked('<p style="margin:40px"><i id="a">E11</i><b id="b">.9</b></p>');
    expect(codeAt(...middle(boxesOf('#a', 'E11')[0]))).toBe('E119');
    expect(codeAt(...middle(boxesOf('#b', '.9')[0]))).toBe('E119');
  });

  it.each([
    [
      'turned by 90 degrees',
      'transform:rotate(90deg);transform-origin:0 0;position:absolute;left:300px;top:40px',
    ],
    ['twice as large', 'transform:scale(2);transform-origin:0 0'],
    ['zoomed', 'zoom:1.5'],
    ['right to left', 'direction:rtl'],
    ['in columns', 'columns:3'],
    ['in a scrolled box', 'height:60px;overflow:auto;padding-block:20px'],
  ])('is found where the text is %s', (_, style) => {
    showMarked(`<p id="a" style="margin:40px;${style}">E11.9</p>`);
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]))).toBe('E119');
  });

  it('is found in text that cannot be selected', () => {
    showMarked('<p id="a" style="margin:40px;user-select:none">E11.9</p>');
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]))).toBe('E119');
  });

  it('is none behind a thing that covers it', () => {
    showMarked(
      '<p id="a" style="margin:40px">E11.9</p><div style="position:fixed;inset:0;background:white">Please wait</div>',
    );
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]))).toBeNull();
  });

  it('is none outside the viewport', () => {
    showMarked('<p id="a">E11.9</p>');
    expect(codeAt(-5, -5)).toBeNull();
    expect(codeAt(5_000, 5_000)).toBeNull();
  });

  it('stands in its element, and gives its boxes anew after scrolling', () => {
    showMarked('<p id="a" style="margin-top:300px">E11.9</p><div style="height:3000px"></div>');
    const spot = spotAt(marks, ...middle(boxesOf('#a', 'E11.9')[0]));
    const before = spot?.rects()[0]?.top ?? 0;
    window.scrollTo(0, 100);
    expect(spot?.element).toBe(the('#a'));
    expect(spot?.rects()[0]?.top).toBeCloseTo(before - 100, 0);
    window.scrollTo(0, 0);
  });

  it('has no boxes once its text is shorter or gone', () => {
    showMarked('<p id="a">has E11.9</p>');
    const at = middle(boxesOf('#a', 'E11.9')[0]);
    const spot = spotAt(marks, ...at);
    (the('#a').firstChild as Text).data = 'has';
    expect(spot?.rects()).toEqual([]);
    expect(spotAt(marks, 5, at[1])).toBeNull();
    the('#a').remove();
    expect(spot?.rects()).toEqual([]);
  });
});

describe('the field under the pointer', () => {
  const center = (selector: string) => middle(the(selector).getBoundingClientRect());

  it('gives the code that it holds, and its own box', () => {
    showMarked('<input id="field" style="margin:40px" value="E11.9">');
    const spot = spotAt(marks, ...center('#field'));
    expect(spot?.code).toBe('E119');
    expect(spot?.element).toBe(the('#field'));
    expect(spot?.rects()[0]?.width).toBe(the('#field').getBoundingClientRect().width);
  });

  it('gives the code of the option that is chosen', () => {
    showMarked('<select id="field" style="margin:40px"><option>E11.9 Type 2 diabetes</option></select>');
    expect(codeAt(...center('#field'))).toBe('E119');
  });

  it('gives none beside it', () => {
    showMarked('<input id="field" style="margin:40px" value="E11.9">');
    const { right, top, bottom, left } = the('#field').getBoundingClientRect();
    expect(codeAt(right + 10, (top + bottom) / 2)).toBeNull();
    expect(codeAt((left + right) / 2, bottom + 10)).toBeNull();
  });

  it('gives none of a password', () => {
    showMarked('<input id="field" type="password" value="E11.9">');
    expect(codeAt(...center('#field'))).toBeNull();
  });
});
