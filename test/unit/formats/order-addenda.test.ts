import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../data/formats/format-error';
import { parseOrderAddenda } from '../../../data/formats/order-addenda';
import {
  ADDENDA_2026_MEMBER,
  ADDENDA_2027,
  DESCRIPTIONS_2026,
  describeOfficial,
  official,
} from '../official';

const NAME = 'icd10cm_order_addenda_2027.txt';

function line(action: string, flag: 0 | 1, code: string, title: string): string {
  return `${`${action}:`.padEnd(12)} ${flag} ${code.padEnd(7)} ${title.padEnd(60)} ${title}`;
}

const ADD = line('Add', 1, 'I4200', 'Dilated cardiomyopathy, unspecified');
const BECAME_HEADER = [
  line('Delete', 1, 'I420', 'Dilated cardiomyopathy'),
  line('Add', 0, 'I420', 'Dilated cardiomyopathy'),
];
const REVISION = [
  line('Revise from', 1, 'Z2914', 'Encounter for prophylactic rabies immune globin'),
  line('Revise to', 1, 'Z2914', 'Encounter for prophylactic rabies immune globulin'),
];

function closing(headers: number[], codes: number[]): string[] {
  const block = (title: string, [before, after, added, deleted, revised]: number[]): string[] => [
    title,
    `  ${before} ${title.toLowerCase()} in icd10cm_order_2026.txt`,
    `  ${after} ${title.toLowerCase()} in icd10cm_order_2027.txt`,
    `    ${added} additions`,
    `    ${deleted} deletions`,
    `      ${revised} revisions`,
    'of which',
    `      ${revised} revisions to both long and short titles`,
    '      0 revisions to long title only',
    '      0 revisions to short title only',
  ];
  return ['', ...block('Headers', headers), '', ...block('Codes', codes)];
}

const CLOSING = closing([10, 11, 1, 0, 0], [20, 20, 1, 1, 1]);
const parse = (...lines: string[]) => parseOrderAddenda(lines.map((text) => `${text}\r\n`).join(''), NAME);

describeOfficial('the official order addenda', () => {
  it('hold 253 adds, 36 deletes and 4 revisions in FY2027', () => {
    const addenda = parseOrderAddenda(official(ADDENDA_2027), NAME);
    expect([addenda.adds.length, addenda.deletes.length, addenda.revisions.length]).toEqual([253, 36, 4]);
    expect(addenda.codes).toEqual({
      before: 74_719,
      after: 74_879,
      additions: 190,
      deletions: 30,
      revisions: 4,
    });
    expect(addenda.headers).toEqual({
      before: 23_467,
      after: 23_524,
      additions: 63,
      deletions: 6,
      revisions: 0,
    });
  });

  it('hold 630 adds, 28 deletes and 45 revisions in FY2026', () => {
    const addenda = parseOrderAddenda(official(DESCRIPTIONS_2026, ADDENDA_2026_MEMBER), 'addenda-2026');
    expect([addenda.adds.length, addenda.deletes.length, addenda.revisions.length]).toEqual([630, 28, 45]);
  });

  it('are refused wherever they are cut', () => {
    const text = official(ADDENDA_2027);
    fc.assert(
      fc.property(fc.nat(text.trimEnd().length - 1), (end) => {
        expect(() => parseOrderAddenda(text.slice(0, end), NAME)).toThrow(FormatError);
      }),
    );
  });
});

describe('the addenda parser', () => {
  it('keeps a code that became a header among the deletes and the adds', () => {
    const { adds, deletes } = parse(ADD, ...BECAME_HEADER, ...REVISION, ...CLOSING);
    expect(deletes.map(({ code, billable }) => [code, billable])).toEqual([['I420', true]]);
    expect(adds.map(({ code, billable }) => [code, billable])).toEqual([
      ['I4200', true],
      ['I420', false],
    ]);
  });

  it('pairs the two titles of a revision', () => {
    const [revision] = parse(ADD, ...BECAME_HEADER, ...REVISION, ...CLOSING).revisions;
    expect(revision?.from.title).toBe('Encounter for prophylactic rabies immune globin');
    expect(revision?.to.title).toBe('Encounter for prophylactic rabies immune globulin');
  });

  it.each([
    ['lacks its closing counts', [ADD, ...BECAME_HEADER], 'the file ends before its closing counts'],
    [
      'lacks the end of its counts',
      [ADD, ...BECAME_HEADER, ...REVISION, ...CLOSING.slice(0, -1)],
      'the closing counts are cut off',
    ],
    [
      'has fewer lines than it counts',
      [...BECAME_HEADER, ...REVISION, ...CLOSING],
      'the file counts 1 additions of codes and holds 0',
    ],
    [
      'has counts that do not add up',
      [ADD, ...BECAME_HEADER, ...REVISION, ...closing([10, 12, 1, 0, 0], [20, 20, 1, 1, 1])],
      '10 + 1 - 0 is not 12',
    ],
    [
      'has half a revision',
      [ADD, REVISION[0] ?? '', ADD, ...CLOSING],
      'a revision is not a pair of from and to',
    ],
    ['ends in half a revision', [REVISION[0] ?? '', ...CLOSING], 'the revision of Z2914 has no "Revise to"'],
    [
      'has a code of bad shape',
      [line('Add', 1, 'I4.2', 'x'), ...CLOSING],
      '"I4.2" does not have the shape of a code',
    ],
    ['has an unknown action', [line('Move', 1, 'I42', 'x'), ...CLOSING], 'not an order addenda line'],
    ['is an error page', ['<!DOCTYPE html>'], 'not an order addenda line'],
    ['is an order file', [`00001 A00     0 ${'Cholera'.padEnd(60)} Cholera`], 'not an order addenda line'],
  ])('refuses a file that %s', (_, lines, reason) => {
    expect(() => parse(...lines)).toThrow(FormatError);
    expect(() => parse(...lines)).toThrow(reason);
  });
});
