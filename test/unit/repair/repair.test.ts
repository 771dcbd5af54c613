import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Code, dotted, parseCode } from '../../../data/code';
import { type RepairStep, repair, repairs } from '../../../data/repair';
import { ReleaseInMemory } from '../release';

const codes = new Set<Code>();
const exists = (code: Code) => codes.has(code);

beforeAll(async () => {
  for (const { code } of (await ReleaseInMemory.read()).nodes) codes.add(code);
});

describe('a text that is nearly a code', () => {
  it.each<[string, string, RepairStep[]]>([
    ['E11.9', 'E11.9', []],
    ['e11.9', 'E11.9', ['case']],
    ['w21.89xA', 'W21.89XA', ['case']],
    [' E11.9 ', 'E11.9', ['spaces']],
    ['E11.9\u00a0', 'E11.9', ['spaces']],
    ['E 11 .9', 'E11.9', ['spaces']],
    ['E\u200b11.9', 'E11.9', ['spaces']],
    ['E119', 'E11.9', ['dot-missing']],
    ['E1.19', 'E11.9', ['dot-misplaced']],
    ['E119.', 'E11.9', ['dot-misplaced']],
    ['E11.9.', 'E11.9', ['punctuation']],
    ['I10.', 'I10', ['punctuation']],
    ['E-11.9', 'E11.9', ['punctuation']],
    ['E.11.9', 'E11.9', ['punctuation']],
    ['E11-9', 'E11.9', ['punctuation']],
    ['E11,9', 'E11.9', ['punctuation']],
    ['E11:9', 'E11.9', ['punctuation']],
    ['E11·9', 'E11.9', ['punctuation']],
    ['Ｅ１１．９', 'E11.9', ['punctuation']],
    ['“E11.9”', 'E11.9', ['punctuation']],
    ['[I10]', 'I10', ['punctuation']],
    ['J21.8+', 'J21.8', ['punctuation']],
    ['EO3.9', 'E03.9', ['letter-for-digit']],
    ['El1.9', 'E11.9', ['letter-for-digit']],
    ['el1.9', 'E11.9', ['case', 'letter-for-digit']],
    ['SOO.O1XA', 'S00.01XA', ['letter-for-digit']],
    ['009.91', 'O09.91', ['digit-for-letter']],
    ['15A', 'I5A', ['digit-for-letter']],
    ['110', 'I10', ['digit-for-letter']],
    ['MIA.032', 'M1A.032', ['letter-for-digit']],
    ['E11.90', 'E11.9', ['extra-zero']],
    ['E011.9', 'E11.9', ['extra-zero']],
    ['W21.89A', 'W21.89XA', ['placeholder']],
    ['T36.01A', 'T36.0X1A', ['placeholder']],
    ['T07A', 'T07.XXXA', ['dot-missing', 'placeholder']],
    ['E10.-', 'E10', ['trailing-dash']],
    ['M45.0-', 'M45.0', ['trailing-dash']],
    ['Z22-', 'Z22', ['trailing-dash']],
    ['I5O-', 'I50', ['trailing-dash', 'letter-for-digit']],
  ])('%j is read as %s by %j', async (text, code, steps) => {
    expect(await repair(text, exists)).toEqual({ code: parseCode(code), steps });
  });

  it('takes an existence check that answers later', async () => {
    expect(await repair('E1.19', async (code) => codes.has(code))).toMatchObject({ code: 'E119' });
  });

  it('is left alone when two codes need equally few changes: A04.9 and A40.9', async () => {
    expect(await repair('A040.9', exists)).toBeNull();
  });

  it('is left alone when the placeholder can stand for more than one code', async () => {
    const two = new Set(['T36XX1A', 'T361XXA']);
    expect(await repair('T361A', (code) => two.has(code))).toBeNull();
    expect(await repair('T361A', (code) => code === 'T361XXA')).toMatchObject({ code: 'T361XXA' });
  });

  it('keeps a spelling that exists, though another is one change away: l10 is L10', async () => {
    expect(await repair('l10', exists)).toEqual({ code: 'L10', steps: ['case'] });
  });
});

describe('what is no code', () => {
  it.each([
    'pain',
    'fever',
    'COVID19',
    'COVID-19',
    'vol 10',
    'so 10',
    'at 10',
    'type 2',
    'HER2',
    'H1N1',
    'A1C',
    'vitamin B12',
    'L4-L5',
    'C1-5',
    'F10-19',
    'I10/I11',
    'V1.0',
    '10',
    '98.6',
    '100.0',
    '120/80',
    '',
    ' . - ',
    'Type 2 diabetes mellitus without complications',
  ])('%j is not read as one', async (text) => {
    expect(await repair(text, exists)).toBeNull();
  });

  it('no text makes it throw, give more than 200 readings, or two kinds of changes and more', () => {
    const near = fc
      .array(fc.constantFrom('E', 'O', 'l', 'I', '0', '1', '.', '-', ' ', 'x', 'A', '１'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        const readings = repairs(text);
        expect(readings.length).toBeLessThanOrEqual(200);
        for (const { steps } of readings) {
          expect(steps.filter((step) => CHARACTER_STEPS.has(step)).length).toBeLessThanOrEqual(2);
        }
        expect(repairs(text)).toEqual(readings);
      }),
      { numRuns: 2000 },
    );
  });
});

const CHARACTER_STEPS = new Set<RepairStep>([
  'letter-for-digit',
  'digit-for-letter',
  'extra-zero',
  'placeholder',
]);

/** Every way to do one damage to a code. */
const DAMAGES: Record<string, (printed: string) => string[]> = {
  'lower case': (printed) => [printed.toLowerCase()],
  spaces: (printed) => [` ${printed}\u00a0`, printed.replace('.', ' .'), `${printed[0]} ${printed.slice(1)}`],
  'a dropped dot': (printed) => [printed.replace('.', '')],
  'a moved dot': (printed) => {
    const bare = printed.replace('.', '');
    return bare.length < 4
      ? []
      : [1, 2, 4, 5].filter((at) => at <= bare.length).map((at) => insert(bare, at, '.'));
  },
  'a comma for the dot': (printed) => [printed.replace('.', ',')],
  'O for 0': (printed) => swap(printed, '0', 'O'),
  '0 for O': (printed) => swap(printed, 'O', '0'),
  'I for 1': (printed) => swap(printed, '1', 'I'),
  'l for 1': (printed) => swap(printed, '1', 'l'),
  '1 for I': (printed) => swap(printed, 'I', '1'),
  'a zero more at the end': (printed) =>
    /^....{1,5}$/.test(printed) && printed.length > 4 && printed.length < 8 ? [`${printed}0`] : [],
  'a zero more after the letter': (printed) =>
    printed.length > 4 && printed.length < 8 ? [insert(printed, 1, '0')] : [],
};

const insert = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

function swap(text: string, from: string, to: string): string[] {
  return [...text].flatMap((sign, at) =>
    sign === from ? [text.slice(0, at) + to + text.slice(at + 1)] : [],
  );
}

/**
 * Rates on every 37th code. What is not recovered is ambiguous: the damaged text is another code as it stands, or
 * another code needs as few changes. Such are A37.1 with a zero more (A37.10 exists), A40.9 with one after the
 * letter (A040.9 is A04.9 as well), and any text of digits alone that would need two changes.
 */
describe('a code with one damage', () => {
  it.each<[string, number]>([
    ['lower case', 100],
    ['spaces', 100],
    ['a dropped dot', 100],
    ['a moved dot', 100],
    ['a comma for the dot', 100],
    ['O for 0', 100],
    ['0 for O', 100],
    ['I for 1', 100],
    ['l for 1', 100],
    ['1 for I', 100],
    ['a zero more at the end', 88],
    ['a zero more after the letter', 94],
  ])('%s: at least %d %% are recovered, and all that are not ambiguous', async (damage, rate) => {
    const sample = [...codes].filter((_, index) => index % 37 === 0);
    let [recovered, all] = [0, 0];
    const lost: string[] = [];
    for (const code of sample) {
      for (const text of DAMAGES[damage]?.(dotted(code)) ?? []) {
        all++;
        if ((await repair(text, exists))?.code === code) recovered++;
        else if (!isAmbiguous(text, code)) lost.push(`${text} from ${dotted(code)}`);
      }
    }
    expect(lost).toEqual([]);
    expect(all).toBeGreaterThan(0);
    expect((100 * recovered) / all).toBeGreaterThanOrEqual(rate);
  });
});

/** Another code of the release is as near to the text as the one that was damaged. */
function isAmbiguous(text: string, code: Code): boolean {
  const readings = repairs(text);
  const own = readings.find((reading) => reading.code === code);
  return readings.some(
    (other) => other !== own && exists(other.code) && own !== undefined && other.changes <= own.changes,
  );
}
