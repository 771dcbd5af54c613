import { describe, expect, it } from 'vitest';
import { type RowList, rowsOfGroups, rowsOfHits } from '../../../components/search/rows';
import { dotted, parseCode } from '../../../data/code';
import type { Hit, HitCode } from '../../../data/search/results';

const codeOf = (text: string): HitCode => {
  const code = parseCode(text);
  if (!code) throw new Error(`${text} is no code`);
  return { code, spelling: dotted(code), title: `Title of ${text}`, verdict: 'billable' };
};
const hit = (text: string, ...others: string[]): Hit => ({
  ...codeOf(text),
  matched: [],
  ...(others.length > 0 && { family: { differsIn: 'side', others: others.map(codeOf) } }),
});

const HITS = [hit('I10'), hit('H6690', 'H6691', 'H6692', 'H6693'), hit('E119'), hit('M25519', 'M25511')];
const keysOf = (list: RowList) =>
  Array.from({ length: list.length }, (_, position) => list.at(position)?.key);

describe('rows of a search', () => {
  it('are its hits while all families are folded', () => {
    const list = rowsOfHits((index) => HITS[index], 4, new Map());
    expect(keysOf(list)).toEqual(['I10', 'H66.90', 'E11.9', 'M25.519']);
    expect(list.at(4)).toBeUndefined();
  });

  it('have the members of unfolded families below them, wherever these stand', () => {
    const unfolded = new Map([
      ['M25.519', 3],
      ['H66.90', 1],
    ]);
    const list = rowsOfHits((index) => HITS[index], 4, unfolded);
    expect(keysOf(list)).toEqual([
      'I10',
      'H66.90',
      'H66.90>H66.91',
      'H66.90>H66.92',
      'H66.90>H66.93',
      'E11.9',
      'M25.519',
      'M25.519>M25.511',
    ]);
    expect(list.positionOf('E11.9')).toBe(5);
    expect(list.positionOf('H66.90>H66.94')).toBe(-1);
  });

  it('are awaited where their hits have not come', () => {
    const list = rowsOfHits((index) => HITS[index], 6, new Map([['H66.90', 1]]));
    expect(list.length).toBe(9);
    expect(list.at(8)).toEqual({ kind: 'awaited', key: '#5', index: 5 });
  });

  it('are not unfolded for a family of another search', () => {
    expect(rowsOfHits((index) => HITS[index], 4, new Map([['J45.90', 1]])).length).toBe(4);
  });
});

it('the rows of groups follow each other, and a code may be in several', () => {
  const list = rowsOfGroups([
    { id: 'page', heading: 'In this page', codes: [codeOf('I10'), codeOf('E119')] },
    { id: 'recent', heading: 'Looked up last', codes: [codeOf('E119')] },
  ]);
  expect(keysOf(list)).toEqual(['page:I10', 'page:E11.9', 'recent:E11.9']);
  expect(list.positionOf('recent:E11.9')).toBe(2);
});
