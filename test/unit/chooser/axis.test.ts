import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../data/chooser/axis';

describe('what a question asks for', () => {
  it.each([
    ['Encounter', ['initial encounter', 'subsequent encounter', 'sequela']],
    ['Displacement', ['Displaced', 'Nondisplaced']],
    ['Trimester', ['first trimester', 'second trimester', 'unspecified trimester']],
    ['Stage', ['unspecified', 'stage 1', 'stage 2']],
    ['Severity', ['mild', 'moderate', 'severe']],
    ['Site', ['unspecified joint', 'shoulder', 'elbow', 'other specified site']],
    ['With or without', ['with bleeding', 'without bleeding']],
    ['Kind', ['vulgaris', 'conglobata', 'unspecified']],
  ])('is %s where the answers are %j', (axis, labels) => {
    expect(axisOf(labels)).toBe(axis);
  });

  it('is not told by a word that all answers share', () => {
    expect(axisOf(['Pressure ulcer of left heel', 'Pressure-induced damage of left heel'])).toBe('Kind');
  });
});
