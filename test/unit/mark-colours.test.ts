import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Colour, contrast } from './contrast';

const sheet = readFileSync('entrypoints/content/marking/marks.css', 'utf8');
const washes = [...sheet.matchAll(/background-color: rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)/g)].map((match) =>
  match.slice(1).map(Number),
);

/** Greys that have a contrast of 7:1 with white, and with black. */
const DARK = grey(0x59);
const BRIGHT = grey(0x95);

it('text of 7:1 keeps 4.5:1 on each background of a mark, on white and on black pages', () => {
  expect(washes).toHaveLength(4);
  for (const [red = 0, green = 0, blue = 0, alpha = 0] of washes) {
    const on = (page: number): Colour => {
      const mix = (channel: number) => channel * alpha + page * (1 - alpha);
      return [mix(red), mix(green), mix(blue)];
    };
    expect(contrast(DARK, on(255)), `rgb(${red} ${green} ${blue}) on white`).toBeGreaterThan(4.5);
    expect(contrast(BRIGHT, on(0)), `rgb(${red} ${green} ${blue}) on black`).toBeGreaterThan(4.5);
  }
});

it('each status has an underline of its own shape', () => {
  const shapes = [...sheet.matchAll(/text-decoration: underline (\w+) \dpx/g)].map(([, shape]) => shape);
  expect(new Set(shapes).size).toBe(5);
  expect(shapes).toHaveLength(5);
});

function grey(value: number): Colour {
  return [value, value, value];
}
