import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { categoryOf, parseCode } from '../../data/code';
import { embedded } from './release';

const FOLDER = 'data/vocabulary';

const FILES = readdirSync(FOLDER).filter((file) => file !== 'words.tsv');

describe.each(FILES)('our vocabulary: %s', (file) => {
  const entries = readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

  test('has terms, a meaning and targets in each line', () => {
    expect(entries.filter((line) => line.split('\t').length !== 3)).toEqual([]);
  });

  test('names codes of the release alone: billable ones, and headers with a dash', async () => {
    const wrong: string[] = [];
    for (const target of entries.flatMap((line) => line.split('\t')[2]?.split(' ') ?? [])) {
      const code = parseCode(target.replace(/\.?-$/, ''));
      const shard = code && (await embedded.shard(categoryOf(code)));
      const node = shard?.nodes.find((one) => one.code === code);
      if (!node || node.billable === target.endsWith('-')) wrong.push(target);
    }
    expect(wrong).toEqual([]);
  });
});
