import { expect, it } from 'vitest';
import { seventhOf } from '../../data/lookup/entry';
import { embedded } from './release';

it('every seven-character code finds the text that its title ends with, where its seventh character is an extension', async () => {
  let found = 0;
  const undefinedIn = new Set<string>();
  const wrong: string[] = [];
  for await (const shard of embedded.shards()) {
    for (const node of shard.nodes.filter(({ code }) => code.length === 7)) {
      const seventh = seventhOf(shard, node.code, node);
      if (!seventh) undefinedIn.add(shard.category);
      else if (seventh.extension && node.title.endsWith(seventh.extension.text)) found++;
      else wrong.push(node.code);
    }
  }
  expect(wrong).toEqual([]);
  expect(found).toBe(51_378);
  // The list prints these 209 codes in full, with a title of their own: the seventh character tells side or site.
  expect([...undefinedIn].join(' ')).toBe('C44 G71 H54 J34 K63 L98 M86 QA0 T86 Z86 Z87 Z91');
});
