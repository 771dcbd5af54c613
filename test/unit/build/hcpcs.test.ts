import { expect, it } from 'vitest';
import { hcpcsLookalikes } from '../../../data/build/hcpcs';
import { HCPCS_WHEELS } from '../../../data/build/wheels';
import { ALSO_HCPCS } from '../../../data/other-systems/hcpcs-table';
import { ReleaseInMemory } from '../release';
import { describeWithWheel } from './wheel';

const describeHcpcs = await describeWithWheel(HCPCS_WHEELS);

describeHcpcs('the table of HCPCS codes, built again from the wheels', () => {
  it('is the one that is checked in', async () => {
    const codes = (await ReleaseInMemory.read()).nodes.map(({ code }) => code);
    expect(hcpcsLookalikes(codes)).toEqual(ALSO_HCPCS.trim().split(/\s+/));
  });
});
