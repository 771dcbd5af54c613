import { describe, expect, it } from 'vitest';
import type { ReleaseRow } from '../../../data/assemble/release-row';
import { applyChanges } from '../../../data/build/apply-changes';
import { parseChanges } from '../../../data/build/changes';
import type { Code } from '../../../data/code';

const COLUMNS = 'action\tcode\tflag\ttitle\tafter\n';

const ROWS: readonly ReleaseRow[] = [
  ['J45', false, 'Asthma'],
  ['J452', true, 'Mild intermittent asthma'],
  ['J4A', false, 'Chronic lung allograft dysfunction'],
  ['J4A0', true, 'Restrictive allograft syndrome'],
  ['J47', true, 'Bronchiectasis'],
].map(([code, billable, title]) => ({ code, billable, title }) as ReleaseRow);

function apply(...lines: string[]): readonly ReleaseRow[] {
  return applyChanges(ROWS, parseChanges(COLUMNS + lines.join('\n'), 'changes.tsv'));
}
const codes = (rows: readonly ReleaseRow[]): Code[] => rows.map((row) => row.code);

describe('a change', () => {
  it('puts a new code before the first sibling that sorts after it', () => {
    expect(codes(apply('add\tJ451\t1\tx', 'add\tJ46\t1\ty'))).toEqual([
      'J45',
      'J451',
      'J452',
      'J46',
      'J4A',
      'J4A0',
      'J47',
    ]);
  });

  it('puts a new code behind the last sibling and all below it where none sorts after it', () => {
    expect(codes(apply('add\tJ4A9\t1\tx', 'add\tJ99\t1\ty'))).toEqual([
      'J45',
      'J452',
      'J4A',
      'J4A0',
      'J4A9',
      'J47',
      'J99',
    ]);
  });

  it('puts a new code behind the sibling that it names, and all below that', () => {
    expect(codes(apply('add\tJ4B\t1\tx\tJ4A'))).toEqual(['J45', 'J452', 'J4A', 'J4A0', 'J4B', 'J47']);
  });

  it('ends, retitles, and makes headers', () => {
    const rows = apply('end\tJ452', 'retitle\tJ47\t\tOther bronchiectasis', 'header\tJ4A0\t0');
    expect(codes(rows)).toEqual(['J45', 'J4A', 'J4A0', 'J47']);
    expect(rows.at(-1)).toEqual({ code: 'J47', billable: true, title: 'Other bronchiectasis' });
    expect(rows.at(-2)?.billable).toBe(false);
  });

  it.each([
    [
      'adds a code that is there',
      'add\tJ47\t1\tx',
      'the change "add J47" does not fit: the code is there already',
    ],
    [
      'adds a code without a parent',
      'add\tJ501\t1\tx',
      'the change "add J501" does not fit: it has no parent',
    ],
    ['adds a code below a billable one', 'add\tJ471\t1\tx', 'J47 is billable above J471'],
    ['stands behind a code that is no sibling', 'add\tJ4B\t1\tx\tJ4A0', 'J4A0 is no sibling'],
    ['ends a code that is not there', 'end\tJ46', 'the change "end J46" does not fit: there is no such code'],
    ['ends a code and not those below it', 'end\tJ45', 'J452 is left without a parent'],
    ['makes a header of a header', 'header\tJ45\t0', 'it is a header already'],
    ['gives a title that the code has', 'retitle\tJ45\t\tAsthma', 'it has this title already'],
  ])('is refused when it %s', (_, line, reason) => {
    expect(() => apply(line)).toThrow(reason);
  });

  it.each([
    ['unknown', 'move\tJ45\t0\tx', 'changes.tsv:2: no such change'],
    ['without a title', 'add\tJ46\t1\t', 'changes.tsv:2: no title for J46'],
    ['without a flag', 'add\tJ46\t\tx', 'changes.tsv:2: no such change'],
    ['of no code', 'end\tj45', 'changes.tsv:2: "j45" is no code'],
  ])('is not read when it is %s', (_, line, reason) => {
    expect(() => apply(line)).toThrow(reason);
  });
});
