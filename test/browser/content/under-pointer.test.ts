import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { runsIn, spanOf } from '../../../entrypoints/content/reading/inline-runs';
import { queryOf } from '../../../entrypoints/content/reading/query';
import { containersWithCodes } from '../../../entrypoints/content/reading/texts';
import { elementAt, type Spot, spotAt } from '../../../entrypoints/content/reading/under-pointer';
import { candidatesIn } from '../../../entrypoints/content/weighing/candidates';
import { Captions } from '../../../entrypoints/content/weighing/captions';
import { codeInField } from '../../../entrypoints/content/weighing/field-codes';
import { show, the } from '../page';

let marks: Marks;
beforeEach(async () => {
  marks = new Marks();
  await page.viewport(1000, 700);
});
afterEach(() => marks.clear());

/** Shows a page with every candidate in it marked. */
function showMarked(html: string): void {
  mark(show(html));
}

function mark(root: Node): void {
  for (const container of containersWithCodes(root, () => undefined)) {
    for (const { run, nominee } of container
      ? candidatesIn(container, runsIn(container), new Captions())
      : []) {
      const range = spanOf(run, nominee.start, nominee.end);
      marks.add({ query: queryOf(nominee), verdict: 'billable', range });
    }
  }
}

/** The boxes of a stretch of an element's first text. */
function boxesOf(place: string | Element, text: string): DOMRect[] {
  const node = (typeof place === 'string' ? the(place) : place).firstChild as Text;
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
const spot = (x: number, y: number, roots: ShadowRoot[] = []): Spot | null =>
  spotAt(marks, codeInField, roots, x, y);
const codeAt = (x: number, y: number, roots: ShadowRoot[] = []) => spot(x, y, roots)?.query ?? null;

describe('the code under the pointer', () => {
  it('is the one whose characters it is on, from edge to edge', () => {
    showMarked('<p id="a" style="margin:40px">has E11.9 and M43.2 today</p>');
    const [box] = boxesOf('#a', 'E11.9');
    const [x, y] = middle(box);
    expect(codeAt(x, y)).toBe('E11.9');
    expect(codeAt((box?.left ?? 0) + 1, y)).toBe('E11.9');
    expect(codeAt((box?.right ?? 0) - 1, y)).toBe('E11.9');
    expect(codeAt(...middle(boxesOf('#a', 'M43.2')[0]))).toBe('M43.2');
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
    for (const box of boxes) expect(codeAt(...middle(box))).toBe('E11.9');
    expect(spot(...middle(boxes[0]))?.rects()).toHaveLength(boxes.length);
  });

  it('is found in every element that it is split over', () => {
    showMarked('<p style="margin:40px"><i id="a">E11</i><b id="b">.9</b></p>');
    expect(codeAt(...middle(boxesOf('#a', 'E11')[0]))).toBe('E11.9');
    expect(codeAt(...middle(boxesOf('#b', '.9')[0]))).toBe('E11.9');
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
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]))).toBe('E11.9');
  });

  it('is found in text that cannot be selected', () => {
    showMarked('<p id="a" style="margin:40px;user-select:none">E11.9</p>');
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]))).toBe('E11.9');
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
    const found = spot(...middle(boxesOf('#a', 'E11.9')[0]));
    const before = found?.rects()[0]?.top ?? 0;
    window.scrollTo(0, 100);
    expect(found?.element).toBe(the('#a'));
    expect(found?.rects()[0]?.top).toBeCloseTo(before - 100, 0);
    window.scrollTo(0, 0);
  });

  it('has no boxes once its text is shorter or gone', () => {
    showMarked('<p id="a">has E11.9</p>');
    const at = middle(boxesOf('#a', 'E11.9')[0]);
    const found = spot(...at);
    (the('#a').firstChild as Text).data = 'has';
    expect(found?.rects()).toEqual([]);
    expect(spot(5, at[1])).toBeNull();
    the('#a').remove();
    expect(found?.rects()).toEqual([]);
  });
});

describe('the code under the pointer in a shadow root', () => {
  it.each(['open', 'closed'] as const)('is found: %s', (mode) => {
    const root = show('').attachShadow({ mode });
    root.innerHTML = '<p style="margin:40px">E11.9</p>';
    const paragraph = root.querySelector('p') as Element;
    mark(root);
    const at = middle(boxesOf(paragraph, 'E11.9')[0]);
    expect(codeAt(...at, [root])).toBe('E11.9');
    expect(codeAt(...at)).toBeNull();
    expect(elementAt([root], ...at)).toBe(paragraph);
  });

  it('is found in a root that stands in another, in a text and in a field', () => {
    const outer = show('').attachShadow({ mode: 'closed' });
    outer.innerHTML = '<div></div>';
    const inner = (outer.firstChild as Element).attachShadow({ mode: 'closed' });
    inner.innerHTML = '<p style="margin:40px">E11.9</p><input value="M43.2">';
    mark(inner);
    const roots = [inner, outer];
    expect(codeAt(...middle(boxesOf(inner.querySelector('p') as Element, 'E11.9')[0]), roots)).toBe('E11.9');
    expect(codeAt(...middle((inner.querySelector('input') as Element).getBoundingClientRect()), roots)).toBe(
      'M43.2',
    );
  });

  it('is found in the text that a slot shows', () => {
    const host = show('<p id="a">E11.9</p>');
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<section style="padding:40px"><slot></slot></section>';
    mark(host);
    expect(codeAt(...middle(boxesOf('#a', 'E11.9')[0]), [root])).toBe('E11.9');
  });
});

describe('the field under the pointer', () => {
  const center = (selector: string) => middle(the(selector).getBoundingClientRect());

  it('gives the code that it holds, and its own box', () => {
    showMarked('<input id="field" style="margin:40px" value="E11.9">');
    const found = spot(...center('#field'));
    expect(found?.query).toBe('E11.9');
    expect(found?.element).toBe(the('#field'));
    expect(found?.rects()[0]?.width).toBe(the('#field').getBoundingClientRect().width);
  });

  it('gives the code of the option that is chosen', () => {
    showMarked('<select id="field" style="margin:40px"><option>E11.9 Type 2 diabetes</option></select>');
    expect(codeAt(...center('#field'))).toBe('E11.9');
  });

  it('gives none beside it', () => {
    showMarked('<input id="field" style="margin:40px" value="E11.9">');
    const { right, top, bottom, left } = the('#field').getBoundingClientRect();
    expect(codeAt(right + 10, (top + bottom) / 2)).toBeNull();
    expect(codeAt((left + right) / 2, bottom + 10)).toBeNull();
  });

  it('gives that of the option of a list that the pointer is on', () => {
    const options = '<option>E11.9 Type 2 diabetes</option><option id="field">M43.2 Fusion of spine</option>';
    showMarked(`<select size="4" style="margin:40px">${options}</select>`);
    expect(codeAt(...center('#field'))).toBe('M43.2');
  });

  it('gives the code of a longer text that the pointer is on, with a box in its line', () => {
    showMarked(
      '<textarea id="field" style="font:16px/20px monospace;padding:0;border:0" cols="40" rows="4">has E11.9 here\nand M43.2</textarea>',
    );
    const { left, top } = the('#field').getBoundingClientRect();
    const letter = 16 * 0.6;
    expect(codeAt(left + 6 * letter, top + 10)).toBe('E11.9');
    expect(codeAt(left + 6 * letter, top + 30)).toBe('M43.2');
    expect(codeAt(left + 12 * letter, top + 10)).toBeNull();
    expect(spot(left + 6 * letter, top + 30)?.rects()[0]).toMatchObject({ y: top + 20, height: 20 });
  });

  it('gives none of a password', () => {
    showMarked('<input id="field" type="password" value="E11.9">');
    expect(codeAt(...center('#field'))).toBeNull();
  });
});
