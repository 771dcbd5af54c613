import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Change, parseChanges } from '../../../data/build/changes';
import { FY2027_CHANGES } from '../../../data/build/paths';
import { parseOrderAddenda } from '../../../data/formats/order-addenda';
import { ADDENDA_2027, describeOfficial, official } from '../official';

const changes = parseChanges(readFileSync(FY2027_CHANGES, 'utf8'), 'fy2027-changes.tsv');

describe('our table of changes to FY2027', () => {
  it('adds 238 codes, ends 21, turns 15 into headers and retitles 4', () => {
    const count = (action: Change['action']) => changes.filter((change) => change.action === action).length;
    expect({
      add: count('add'),
      end: count('end'),
      header: count('header'),
      retitle: count('retitle'),
    }).toEqual({
      add: 238,
      end: 21,
      header: 15,
      retitle: 4,
    });
  });
});

describeOfficial('our table of changes and the official addenda of FY2027', () => {
  it('state the same facts', () => {
    const { adds, deletes, revisions } = parseOrderAddenda(official(ADDENDA_2027), 'addenda');
    const added = new Map(adds.map((entry) => [entry.code, entry]));
    const deleted = new Set(deletes.map((entry) => entry.code));
    const facts = [
      ...adds.filter(({ code }) => !deleted.has(code)).map((e) => `add ${e.code} ${e.billable} ${e.title}`),
      ...deletes.map(({ code }) => (added.get(code)?.billable === false ? `header ${code}` : `end ${code}`)),
      ...revisions.map(({ to }) => `retitle ${to.code} ${to.title}`),
    ];
    expect(changes.map(inWords).sort()).toEqual(facts.sort());
  });
});

function inWords(change: Change): string {
  if (change.action === 'add') return `add ${change.code} ${change.billable} ${change.title}`;
  return change.action === 'retitle'
    ? `retitle ${change.code} ${change.title}`
    : `${change.action} ${change.code}`;
}
