import { describe, expect, it } from 'vitest';
import { sidesOf } from '../../../data/chooser/sides';

const sides = (titles: readonly string[]) => sidesOf(titles)?.map(({ side }) => side) ?? null;
const kinds = (titles: readonly string[]) => new Set(sidesOf(titles)?.map(({ key }) => key)).size;

describe('the sides of sibling titles', () => {
  it('are told apart', () => {
    const titles = ['Pain in right knee', 'Pain in left knee', 'Pain in unspecified knee'];
    expect(sides(titles)).toEqual(['right', 'left', 'unspecified']);
    expect(kinds(titles)).toBe(1);
  });

  it('are told where both are named in the plural, or without the part of the body', () => {
    const titles = ['Keratoconus, right eye', 'Keratoconus, left eye', 'Keratoconus, bilateral'];
    expect(sides(titles)).toEqual(['right', 'left', 'bilateral']);
    expect(kinds(titles)).toBe(1);
    expect(kinds(['Phlebitis of right lower extremity', 'Phlebitis of lower extremities, bilateral'])).toBe(
      1,
    );
  });

  it('are told apart from another thing that differs', () => {
    const titles = ['Displaced', 'Nondisplaced'].flatMap((kind) =>
      ['right', 'left', 'unspecified'].map((side) => `${kind} fracture of ${side} radial styloid process`),
    );
    expect(sides(titles)).toEqual(['right', 'left', 'unspecified', 'right', 'left', 'unspecified']);
    expect(kinds(titles)).toBe(2);
  });

  it('leave alone what has no side', () => {
    const titles = [
      'right axilla',
      'left axilla',
      'right upper limb',
      'left upper limb',
      'limb, unspecified',
    ];
    expect(sides(titles)).toEqual(['right', 'left', 'right', 'left', null]);
    expect(kinds(titles)).toBe(3);
  });

  it.each([
    ['there are none', ['Acne vulgaris', 'Acne conglobata']],
    ['a word only sounds like one', ['Right aortic arch', 'Double aortic arch']],
    ['both are named in one title', ['Blindness right eye, low vision left eye', 'Blindness, left eye']],
    ['they belong to different things', ['Right fascicular block', 'Left bundle-branch block']],
  ])('are not told where %s', (_, titles) => {
    expect(sidesOf(titles)).toBeNull();
  });
});
