import { describe, expect, it } from 'vitest';
import { plainColumn } from '../../../data/spotting/plain-columns';

const columnOf = (text: string, code: string) => plainColumn(text, text.indexOf(code));

describe('the head of a column in plain text', () => {
  it.each([
    ['commas', 'claim,icd1,icd2,paid\n70014,G4733,I10,61.40', 'I10', 'icd2'],
    ['bars', 'bed | dx | note\n4 | I10 | well\n5 | E119 | well', 'E119', 'dx'],
    ['tabs', 'dx\tproc\troom\nI10\t99213\t4', 'I10', 'dx'],
    ['blanks', 'ACCT     NAME       PDX     ROOM\n441882   ROWE, C    J9621   J90', 'J9621', 'PDX'],
    ['blanks, the last', 'ACCT     NAME       PDX     ROOM\n441882   ROWE, C    J9621   J90', 'J90', 'ROOM'],
    ['systems', 'ICD-9   ICD-10-CM  flags\n4019    I10        00000', 'I10', 'ICD-10-CM'],
  ])('is found with %s', (_, text, code, head) => {
    expect(columnOf(text, code)).toBe(head);
  });

  it.each([
    ['on the first line', 'dx,proc,room\nI10', 'dx'],
    ['below prose', 'He was seen today.\nI10 again', 'I10'],
    [
      'below a question to a database',
      "SELECT p.id, d.icd10, p.cpt\nAND p.cpt IN ('G0269','J0153','I10')",
      'I10',
    ],
    ['behind an empty line', 'dx,proc,room\n\nI10,99213,4', 'I10'],
  ])('is not found %s', (_, text, code) => {
    expect(columnOf(text, code)).toBeNull();
  });
});
