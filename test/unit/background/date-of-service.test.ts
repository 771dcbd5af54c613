import { beforeEach, expect, it } from 'vitest';
import type { Day } from '../../../data/day';
import { BUSY, type Frame, startBrowser, tabs } from './worker';

const DAY = '2025-03-01' as Day;

beforeEach(startBrowser);

it('the readers of all tabs are told of another day', async () => {
  const told: number[] = [];
  const reader =
    (id: number): Frame =>
    ({ type }) =>
      type === 'verdictsChanged' && told.push(id);
  for (const id of [7, 8]) tabs.set(id, new Map([[0, reader(id)]]));
  const { dateOfService, setDateOfService } = await import('../../../entrypoints/background/date-of-service');
  await setDateOfService(DAY);
  expect(await dateOfService()).toBe(DAY);
  expect(told).toEqual([7, 8]);
});

it('who sets it does not wait for a tab that is busy or frozen', async () => {
  tabs.set(7, new Map([[0, BUSY]]));
  const { setDateOfService } = await import('../../../entrypoints/background/date-of-service');
  await setDateOfService(DAY);
}, 1000);
