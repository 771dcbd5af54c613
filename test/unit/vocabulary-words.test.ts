import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sets = readFileSync('data/vocabulary/words.tsv', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const membersOf = (line: string) => line.split(/ > | \| /);

describe('our words that stand for each other', () => {
  test('are two or more to a set, lower case, none empty and none with a blank too many', () => {
    const wrong = sets.filter((line) => {
      const members = membersOf(line);
      return members.length < 2 || members.some((member) => !/^[^\sA-Z>|]+( [^\sA-Z>|]+)*$/.test(member));
    });
    expect(wrong).toEqual([]);
  });

  test('are none twice in one set', () => {
    expect(sets.filter((line) => new Set(membersOf(line)).size !== membersOf(line).length)).toEqual([]);
  });

  test('are no set twice', () => {
    const keys = sets.map((line) => membersOf(line).sort().join());
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('go one way from one member', () => {
    expect(sets.filter((line) => line.includes('>') && !/^[^|>]+ > [^>]+$/.test(line))).toEqual([]);
  });
});
