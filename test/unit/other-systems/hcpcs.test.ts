import { expect, it } from 'vitest';
import { spellsHcpcs } from '../../../data/other-systems/hcpcs';
import { ALSO_HCPCS } from '../../../data/other-systems/hcpcs-table';
import { ReleaseInMemory } from '../release';

const table = ALSO_HCPCS.trim().split(/\s+/);

it.each(['E1140', 'K0823', 'G0439', 'J1100', 'Q5111', ' e1140 '])('%s is a HCPCS code', (text) =>
  expect(spellsHcpcs(text)).toBe(true),
);

it.each(['E11.40', 'E114', 'E11400', 'E1165', 'D0140', ''])(
  '“%s” is none that is spelled like a diagnosis',
  (text) => expect(spellsHcpcs(text)).toBe(false),
);

it('the table has nothing but beginnings of ICD-10-CM codes, each once, none of the dental set', async () => {
  const beginnings = new Set((await ReleaseInMemory.read()).nodes.map(({ code }) => code.slice(0, 5)));
  expect(table.filter((code) => !beginnings.has(code))).toEqual([]);
  expect(new Set(table).size).toBe(table.length);
  expect(table.filter((code) => code.startsWith('D'))).toEqual([]);
  expect(table).toHaveLength(588);
});
