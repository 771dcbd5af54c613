import { describe, expect, it } from 'vitest';
import { QUIRKS } from '../../../data/spotting/quirks';
import { weighAll } from './spot';

describe('each quirk', () => {
  it.each(QUIRKS.map(({ name, example }) => [name, example]))(
    'is seen in its example: %s: %s',
    (name, example) => {
      const rules = weighAll(example).flatMap(([, { reasons }]) => reasons.map(({ rule }) => rule));
      expect(rules).toContain(name);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(QUIRKS.map(({ name }) => name)).size).toBe(QUIRKS.length);
  });

  it.each([
    'seen for T36.8X1A, then R11.0 and P78.2',
    'carpal tunnel release G56.01',
    'seen in the emergency room R07.9',
    'fell in bedroom W06.XXXA',
    'nail bed S61.3, cardiac device T82.1, lymph node C77.9',
    'C50.911 invasive carcinoma of the right breast',
    'E11.9-Type 2 diabetes',
    'PDx A41.9-Y',
    'M25.511 right, M25.512 left',
    'R11 R51 R42',
    'V70.0 and E11.9 by ICD-10-CM',
  ])('is not seen in %j', (text) => {
    const names = new Set(QUIRKS.map(({ name }) => name));
    const rules = weighAll(text).flatMap(([, { reasons }]) => reasons.map(({ rule }) => rule));
    expect(rules.filter((rule) => names.has(rule))).toEqual([]);
  });
});
