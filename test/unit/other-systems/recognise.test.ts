import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIcd9Shape } from '../../../data/other-systems/icd9';
import { isPcsShape } from '../../../data/other-systems/pcs';
import { recogniseOther } from '../../../data/other-systems/recognise';
import { ReleaseInMemory } from '../release';

describe('a code of another system', () => {
  it.each([
    ['I64', null, { system: 'ICD-10 (WHO)', code: 'I64', look: ['I639'] }],
    [' e14.9* ', 'ICD-10', { system: 'ICD-10 (WHO)', code: 'E149', look: ['E119'] }],
    ['I98.2†', null, { system: 'ICD-10 (WHO)', code: 'I982', look: ['I8510'] }],
    ['V70.0', 'ICD-9', { system: 'ICD-9-CM', code: 'V70.0' }],
    ['e8490', 'ICD9-CM:', { system: 'ICD-9-CM', code: 'E849.0' }],
    ['25000', 'ICD-9-CM', { system: 'ICD-9-CM', code: '250.00' }],
    ['401', 'icd 9', { system: 'ICD-9-CM', code: '401' }],
    ['0DTJ4ZZ', null, { system: 'ICD-10-PCS', code: '0DTJ4ZZ' }],
    ['10e0xzz', 'ICD-10-PCS', { system: 'ICD-10-PCS', code: '10E0XZZ' }],
    ['0016070', 'ICD-10-PCS', { system: 'ICD-10-PCS', code: '0016070' }],
    ['XW033E5', null, { system: 'ICD-10-PCS', code: 'XW033E5' }],
  ])('%j beside %j is %j', (text, label, system) => {
    expect(recogniseOther(text, { label })).toEqual(system);
  });

  it.each([
    ['401.9', null],
    ['250.00', 'ICD-10'],
    ['V70.0', null],
    ['E849.0', null],
    ['I64', 'ICD-9'],
    ['I64', 'ICD-10-PCS'],
    ['0016070', null],
    ['BLANKET', null],
    ['GZHZZZZ', null],
    ['1234567', null],
    ['E11.9', null],
    ['pain', null],
    ['', null],
  ])('%j beside %j is none', (text, label) => {
    expect(recogniseOther(text, { label })).toBeNull();
  });

  it('is never found by throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string()), (text, label) => {
        recogniseOther(text, { label });
      }),
    );
  });
});

describe('the shapes', () => {
  it('of ICD-9-CM: three digits, V and two, E and three, and up to two more', () => {
    expect(
      ['001', '250.00', '25000', '401.9', 'V70', 'V70.0', 'V7000', 'E849', 'E849.0', 'E8490'].every(
        isIcd9Shape,
      ),
    ).toBe(true);
    expect(
      ['01', '250.000', 'V7', 'V70.000', 'E84', 'E84.9', 'E849.00', 'M25', '12.5'].some(isIcd9Shape),
    ).toBe(false);
  });

  it('of ICD-10-PCS: no I, no O, no dot, sections with their body systems', () => {
    expect(
      ['02703DZ', '0SRD0J9', '3E0333Z', '4A023N7', '5A1955Z', 'B2111ZZ', 'F07Z9ZZ', 'GZB4ZZZ'].every(
        isPcsShape,
      ),
    ).toBe(true);
    expect(
      ['02703DI', '0O703DZ', '0270.3DZ', '02703D', 'A2703DZ', '1A703DZ', 'E2703DZ'].some(isPcsShape),
    ).toBe(false);
  });

  it('of ICD-10-PCS is that of some codes of ICD-10-CM, so the release must be asked first', async () => {
    const codes = (await ReleaseInMemory.read()).nodes.map(({ code }) => code);
    expect([...new Set(codes.filter(isPcsShape).map((code) => code.slice(0, 2)))]).toEqual(['X0']);
  });
});
