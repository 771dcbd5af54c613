import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../data/spotting/candidates';
import { VETOES } from '../../../data/spotting/vetoes';

const spotted = (text: string) => findCandidates(text).map(({ start, end }) => text.slice(start, end));

describe('a veto', () => {
  it.each(VETOES.map(({ name, example }) => [name, example]))('for a %s speaks in “%s”', (_, example) => {
    expect(spotted(example)).toEqual([]);
  });

  it.each(VETOES.map((veto) => [veto.name, veto]))('for a %s is needed there', (_, { example }) => {
    // The same characters alone are a candidate: without the veto the example would be one.
    const alone = /[A-Z]\d\d\.\d/.exec(example)?.[0] ?? '';
    expect(spotted(alone)).toEqual([alone]);
  });

  it('does not speak about labelled codes', () => {
    expect(spotted('ICD-10: T36.8 P78')).toEqual(['T36.8']);
  });

  it.each([
    ['T36.8X5A Adverse effect', 'T36.8X5A'],
    ['poisoning T40.2, R11.0 nausea', 'T40.2'],
    ['carpal tunnel release G56.01', 'G56.01'],
    ['trigger finger release M65.30', 'M65.30'],
    ['suicide attempt T50.9', 'T50.9'],
    ['building T14.9', 'T14.9'],
  ])('does not speak in “%s”', (text, code) => {
    expect(spotted(text)).toContain(code);
  });
});
