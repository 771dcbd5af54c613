import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Colour, contrast } from './contrast';

const sheet = readFileSync('components/tokens.css', 'utf8');
const colours = new Map(
  [...sheet.matchAll(/(--[\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: colour(light), dark: colour(dark) },
  ]),
);

const PAPERS = ['--paper', '--paper-raised'];
const VERDICTS = ['--billable', '--header', '--incomplete', '--unknown'];
const WASHES = VERDICTS.map((verdict) => `${verdict}-wash`);

/** What stands on what, in the card and in our screens. */
const TEXTS = [
  ...pairs(['--ink', '--ink-quiet', '--link', ...VERDICTS], PAPERS),
  ...pairs(['--ink', '--ink-quiet', '--link'], [...WASHES, '--ours-wash']),
  ...VERDICTS.map((verdict) => [verdict, `${verdict}-wash`] as const),
];
const CONTROLS = [
  ...pairs(['--line-control', '--ink-quiet', '--focus', '--ours-line'], PAPERS),
  ...pairs(['--focus', '--line-control'], [...WASHES, '--ours-wash']),
  ...pairs(['--ours-line'], ['--ours-wash']),
];

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(TEXTS)('text of %s on %s has a contrast of 4.5:1 or more', (ink, paper) => {
    expect(contrast(of(ink, scheme), of(paper, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(CONTROLS)('a control of %s on %s has a contrast of 3:1 or more', (line, paper) => {
    expect(contrast(of(line, scheme), of(paper, scheme))).toBeGreaterThanOrEqual(3);
  });
});

it('every colour that text and controls can have is among the pairs', () => {
  const used = new Set([...TEXTS, ...CONTROLS].flat());
  // It divides, and says nothing.
  expect([...colours.keys()].filter((name) => !used.has(name ?? ''))).toEqual(['--line']);
});

function pairs(inks: readonly string[], papers: readonly string[]) {
  return inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const));
}

function of(name: string, scheme: 'light' | 'dark'): Colour {
  const found = colours.get(name);
  if (!found) throw new Error(`tokens.css has no colour ${name}`);
  return found[scheme];
}

function colour(hex = ''): Colour {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}
