import { describe, expect, it } from 'vitest';
import { parseSpan, printSpan } from '../../data/code-span';

/** How a text is read, as the list would print it. */
const read = (text: string) => {
  const span = parseSpan(text);
  return span && `${span.kind} ${printSpan(span)}`;
};

describe('one code', () => {
  it.each([
    ['E11.9', 'code E11.9'],
    ['e119', 'code E11.9'],
    [' C4A.0 ', 'code C4A.0'],
    ['I10', 'code I10'],
  ])('%s is read as %s', (text, span) => expect(read(text)).toBe(span));
});

describe('a prefix', () => {
  it.each([
    ['E10.-', 'prefix E10.-'],
    ['E10-', 'prefix E10.-'],
    ['E10.–', 'prefix E10.-'],
    ['E10 .-', 'prefix E10.-'],
    ['e10.-', 'prefix E10.-'],
    ['M45.0-', 'prefix M45.0-'],
    ['M450-', 'prefix M45.0-'],
    ['R40.23.-', 'prefix R40.23-'],
    ['(Z22.-)', 'prefix Z22.-'],
    ['Z22.-.', 'prefix Z22.-'],
    ['T36.0X-', 'prefix T36.0X-'],
  ])('%s is read as %s', (text, span) => expect(read(text)).toBe(span));
});

describe('a range', () => {
  it.each([
    ['M40-M43', 'range M40-M43'],
    ['m40-m43', 'range M40-M43'],
    ['M40 - M43', 'range M40-M43'],
    ['M40–M43', 'range M40-M43'],
    ['M40—M43', 'range M40-M43'],
    ['M40‑M43', 'range M40-M43'],
    ['M40‐M43', 'range M40-M43'],
    ['M40\u00a0–\u00a0M43', 'range M40-M43'],
    ['M40 to M43', 'range M40-M43'],
    ['M40 through M43', 'range M40-M43'],
    ['M40 THRU M43', 'range M40-M43'],
    ['(M40-M43)', 'range M40-M43'],
    ['M40-M43.', 'range M40-M43'],
    ['E08.0-E13.9', 'range E08.0-E13.9'],
    ['E080-E139', 'range E08.0-E13.9'],
    ['S00-T88', 'range S00-T88'],
    ['C43-C4A', 'range C43-C4A'],
    ['QA0-QA1', 'range QA0-QA1'],
    ['S12.0--S12.6.-', 'range S12.0-S12.6'],
    ['T36.0X1A-T50.996S', 'range T36.0X1A-T50.996S'],
    ['M43-M40', 'range M43-M40'],
  ])('%s is read as %s', (text, span) => expect(read(text)).toBe(span));

  it.each([
    ['F10.1-.9', 'range F10.1-F10.9'],
    ['F10.1-9', 'range F10.1-F10.9'],
    ['F10.10-.19', 'range F10.10-F10.19'],
    ['F10-19', 'range F10-F19'],
    ['M40–43', 'range M40-M43'],
  ])('%s leaves out what its ends share: %s', (text, span) => expect(read(text)).toBe(span));

  it('from a code to itself is the code', () => expect(read('I10-I10')).toBe('code I10'));
});

describe('nothing of the kind', () => {
  it.each([
    // Another sign for the dot, which repair reads.
    'I50-22',
    'E11-9',
    'F10.9-1',
    'F10-.9',
    'C4A-4',
    'L4-L5',
    'COVID-19',
    'pre-2020',
    'the-end',
    'M40-M43-M45',
    'M40, M43',
    'E11.9 E11.8',
    'M40to M43',
    '-',
    '',
    `M40${' '.repeat(10_000)}-M43`,
  ])('%s', (text) => expect(parseSpan(text)).toBeNull());
});
